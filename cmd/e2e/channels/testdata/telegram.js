// Runs telegram-test-api: node telegram.js FOLDER PORT, where FOLDER has the
// node_modules. It ends when its standard input does.
'use strict';
const path = require('path');

const [folder, port] = process.argv.slice(2);
const TelegramServer = require(path.join(folder, 'node_modules', 'telegram-test-api'));

// A webhook that answers anything but 200 makes the server throw where nobody
// catches it.
process.on('unhandledRejection', (reason) => console.error(String(reason)));
process.stdin.resume().on('end', () => process.exit(0));

new TelegramServer({ host: '127.0.0.1', port: Number(port), storeTimeout: 3600 })
  .start()
  .then(() => console.log(`listening on ${port}`));
