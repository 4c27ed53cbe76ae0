// The browser half of web/secrets.cpp. Nothing of it stays behind: the key cannot be taken out of the browser and goes with the job.
addToLibrary({
    $djSecrets__deps: ['malloc', 'free'],
    $djSecrets: {
        key: async (words, salt, iterations) => {
            const { subtle } = crypto;
            const password = new TextEncoder().encode(words.normalize('NFC'));   // 한글 is written in two ways, and meant as one
            const material = await subtle.importKey('raw', password, 'PBKDF2', false, ['deriveKey']);
            return subtle.deriveKey({ 'name': 'PBKDF2', 'hash': 'SHA-256', 'salt': salt, 'iterations': iterations }, material,
                                    { 'name': 'AES-GCM', 'length': 256 }, false, ['encrypt', 'decrypt']);
        },

        /// What is encrypted is decrypted again before anybody trusts it.
        work: async (encrypts, words, salt, iterations, iv, head, bytes) => {
            const { subtle } = crypto;
            const key = await djSecrets.key(words, salt, iterations);
            const how = { 'name': 'AES-GCM', 'iv': iv, 'additionalData': head, 'tagLength': 128 };
            if (!encrypts) return subtle.decrypt(how, key, bytes);
            const data = await subtle.encrypt(how, key, bytes);
            const back = new Uint8Array(await subtle.decrypt(how, key, data));
            if (back.length !== bytes.length || !back.every((byte, at) => byte === bytes[at])) throw new Error('it does not come back');
            return data;
        },

        give(job, encrypts, buffer) {
            const bytes = new Uint8Array(buffer);
            const at = _malloc(bytes.length || 1);
            if (!at) return _dj_secret_done(job, encrypts, 0, 0);
            HEAPU8.set(bytes, at);
            _dj_secret_done(job, encrypts, at, bytes.length);
            _free(at);
        },
    },

    dj_secret_possible: () => crypto.subtle ? 1 : 0,

    dj_secret_work__deps: ['$djSecrets'],
    dj_secret_work: (job, encrypts, password, passwordLength, salt, saltLength, iterations, iv, ivLength, head, headLength, bytes, length) => {
        const taken = (at, count) => HEAPU8.slice(at, at + count);   // the program's memory may grow, and move, while this works
        djSecrets.work(encrypts, new TextDecoder('utf-8', { 'ignoreBOM': true }).decode(taken(password, passwordLength)), taken(salt, saltLength),
                       iterations >>> 0, taken(iv, ivLength), taken(head, headLength), taken(bytes, length))
            .then((buffer) => djSecrets.give(job, encrypts, buffer), () => _dj_secret_done(job, encrypts, 0, 0));
    },
});
