// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "keychain/Keychain.h"

#include <chrono>
#include <memory>

namespace Holdfast {

/// The Secret Service, the macOS Keychain or the Windows Credential Manager through QtKeychain; never a plain file.
/// Gives up after a time, so that a keyring that does not answer can't hold up a sign-in.
class DesktopKeychain : public Keychain
{
public:
    explicit DesktopKeychain(QString service, std::chrono::milliseconds patience = std::chrono::seconds(30));

    QFuture<Result<QByteArray>> read(const QString &name) override;
    QFuture<Done> write(const QString &name, const QByteArray &secret) override;
    QFuture<Done> remove(const QString &name) override;
    Keychain *ofOlderPrograms() override { return m_ofOlderPrograms.get(); }

    /// The one of all programs of Holdfast, so that they can share a profile. holdfastctl once had one of its own.
    static std::unique_ptr<DesktopKeychain> ofHoldfast();

private:
    std::unique_ptr<DesktopKeychain> m_ofOlderPrograms;
    QString m_service;
    std::chrono::milliseconds m_patience;
};

} // namespace Holdfast
