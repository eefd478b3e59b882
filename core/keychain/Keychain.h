// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"

#include <QFuture>

namespace Holdfast {

/// Small secrets under a name, kept by the desktop. Asynchronous, because a desktop may ask the person first. UI
/// thread.
class Keychain
{
public:
    virtual ~Keychain() = default;
    /// NotFound where there is none (or the keyring is locked: it does not tell which), Unreachable where there is no
    /// keyring.
    virtual QFuture<Result<QByteArray>> read(const QString &name) = 0;
    virtual QFuture<Done> write(const QString &name, const QByteArray &secret) = 0;
    virtual QFuture<Done> remove(const QString &name) = 0; ///< a missing one is fine
    /// Where older versions of another program of Holdfast kept theirs; null where there is no such place.
    virtual Keychain *ofOlderPrograms() { return nullptr; }
};

} // namespace Holdfast
