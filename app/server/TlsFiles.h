// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QSslConfiguration>

namespace Holdfast {

/// How the server answers over TLS 1.2 and later, from a certificate chain and its private key (RSA or EC) in PEM form.
/// Malformed, naming the file, where one can't be read, holds nothing of the kind, or the two do not belong together.
Result<QSslConfiguration> readTlsFiles(const QString &certificateFile, const QString &keyFile);

} // namespace Holdfast
