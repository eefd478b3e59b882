// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/TlsFiles.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

namespace Holdfast {

namespace {

struct Free
{
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
template <class T> using Owned = std::unique_ptr<T, Free>;

tl::unexpected<Failure> malformed(const QString &sentence)
{
    return fail(FailureKind::Malformed, sentence);
}

Result<QByteArray> contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return malformed(QStringLiteral("%1 can't be read: %2.").arg(path, file.errorString()));
    return file.readAll();
}

Owned<BIO> bioOf(const QByteArray &text)
{
    return Owned<BIO>(BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())));
}

/// Nobody is there to type one; remembers that one was asked for.
int noPassword(char *, int, int, void *wasAsked)
{
    *static_cast<bool *>(wasAsked) = true;
    return 0;
}

/// Qt takes any pair, and then fails each handshake. Whether they belong together, OpenSSL knows.
Done checkPair(const QByteArray &certificates, const QString &certificateFile, const QByteArray &keyText,
               const QString &keyFile)
{
    const Owned<X509> certificate(PEM_read_bio_X509(bioOf(certificates).get(), nullptr, nullptr, nullptr));
    if (!certificate)
        return malformed(QStringLiteral("%1 holds no certificate in PEM form.").arg(certificateFile));
    bool isEncrypted = false;
    const Owned<EVP_PKEY> key(PEM_read_bio_PrivateKey(bioOf(keyText).get(), nullptr, noPassword, &isEncrypted));
    if (isEncrypted)
        return malformed(QStringLiteral("The private key in %1 is protected by a password. Give one that is not, in a "
                                        "file that only the server's user can read.")
                             .arg(keyFile));
    if (!key)
        return malformed(QStringLiteral("%1 holds no private key in PEM form.").arg(keyFile));
    if (EVP_PKEY_base_id(key.get()) != EVP_PKEY_RSA && EVP_PKEY_base_id(key.get()) != EVP_PKEY_EC)
        return malformed(
            QStringLiteral("The private key in %1 is neither RSA nor EC; other kinds can't be used.").arg(keyFile));
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        return malformed(QStringLiteral("The private key in %1 does not belong to the first certificate in %2.")
                             .arg(keyFile, certificateFile));
    return {};
}

} // namespace

Result<QSslConfiguration> readTlsFiles(const QString &certificateFile, const QString &keyFile)
{
    const Result<QByteArray> certificates = contentsOf(certificateFile);
    if (!certificates)
        return fail(certificates.error());
    const Result<QByteArray> keyText = contentsOf(keyFile);
    if (!keyText)
        return fail(keyText.error());
    if (Done checked = checkPair(*certificates, certificateFile, *keyText, keyFile); !checked)
        return fail(checked.error());
    QSslKey key(*keyText, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(*keyText, QSsl::Ec);
    if (key.isNull())
        return malformed(QStringLiteral("%1 holds no private key in PEM form.").arg(keyFile));
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone); // clients sign in with passwords, not with certificates
    tls.setLocalCertificateChain(QSslCertificate::fromData(*certificates, QSsl::Pem));
    tls.setPrivateKey(key);
    return tls;
}

} // namespace Holdfast
