// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSsl>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>

namespace Holdfast::Http {

// Made for these tests alone and known to everybody: it protects nothing.
inline const QByteArray testCertificate("-----BEGIN CERTIFICATE-----\n"
                                        "MIIBmzCCAUGgAwIBAgIUQvmGi4nctD1ewVkxLrlni5FBBb8wCgYIKoZIzj0EAwIw\n"
                                        "FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMTA2MDkyNVoYDzIxMjYxMDI4\n"
                                        "MDYwOTI1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO\n"
                                        "PQMBBwNCAASAAO+50RhOLQD0oN4guQsDfbsxQM0jIzpI9D/JOXNxClsZCQDshk4z\n"
                                        "C7KEQKWpNL858cPTF192XwPeRRdU05zMo28wbTAdBgNVHQ4EFgQU/tfNRhZkpl2n\n"
                                        "73ctwnw5Xu5Oe4QwHwYDVR0jBBgwFoAU/tfNRhZkpl2n73ctwnw5Xu5Oe4QwDwYD\n"
                                        "VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI\n"
                                        "zj0EAwIDSAAwRQIhAIOw8YK7hX981Do/ZN6dmiqd4/6a35dnAXLs8x2NI2Z6AiBS\n"
                                        "1io+HqX7004AM/dmBOmb98EwucOiOHDC53ivUPLz/A==\n"
                                        "-----END CERTIFICATE-----\n");
inline const QByteArray testKey("-----BEGIN PRIVATE KEY-----\n"
                                "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg3OIYVXMBW+4hxveN\n"
                                "a2Nkbo2OIhF/6yWMhlwatlD8wwihRANCAASAAO+50RhOLQD0oN4guQsDfbsxQM0j\n"
                                "IzpI9D/JOXNxClsZCQDshk4zC7KEQKWpNL858cPTF192XwPeRRdU05zM\n"
                                "-----END PRIVATE KEY-----\n");

inline QSslConfiguration testTls()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(testCertificate, QSsl::Pem));
    tls.setPrivateKey(QSslKey(testKey, QSsl::Ec, QSsl::Pem));
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    return tls;
}

} // namespace Holdfast::Http
