// What is wrong or forgotten in a script, not how it looks: names that there are none of, imports that nobody uses, code
// that is never reached. htmx and what is vendored come as scripts of their own.

import js from '@eslint/js';
import globals from 'globals';

export default [
    js.configs.recommended,
    {
        files: ['src/main/resources/static/assets/js/**/*.js'],
        languageOptions: {
            ecmaVersion: 2024,
            sourceType: 'module',
            globals: {...globals.browser, htmx: 'readonly', Idiomorph: 'readonly', FormViewer: 'readonly'},
        },
        linterOptions: {reportUnusedDisableDirectives: 'error'},
        rules: {
            eqeqeq: 'error',
            'no-control-regex': 'off', // what is typed is looked through for them
            'no-implicit-globals': 'error',
            'no-undef-init': 'error',
            'no-unused-vars': ['error', {args: 'after-used', ignoreRestSiblings: true, varsIgnorePattern: '^_$', destructuredArrayIgnorePattern: '^_$'}],
            'no-use-before-define': ['error', {functions: false, classes: false, variables: false}],
            'no-var': 'error',
            'object-shorthand': 'error',
            'prefer-const': 'error',
        },
    },
    {
        files: ['src/main/resources/static/assets/js/desk/wake-worker.js'],
        languageOptions: {globals: globals.worker},
    },
];
