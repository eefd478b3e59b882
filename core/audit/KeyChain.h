// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/KeyChange.h"

#include <QList>

namespace Holdfast {

/// One key's word for the next: the entry that names both, and a checkpoint over it that both have signed. Where the
/// old one was lost only the new one has.
struct KeyHandover
{
    QByteArray line;          ///< the entry, as its leaf
    QByteArray checkpoint;    ///< the first one over it
    QList<QByteArray> hashes; ///< lead from the entry to its root

    /// What it says, with the size of the checkpoint; Malformed, with a sentence, where it does not prove that.
    struct Proven
    {
        KeyChange change;
        qint64 logSize = 0;
    };
    Result<Proven> check() const;

    friend bool operator==(const KeyHandover &, const KeyHandover &) = default;
};

/// The keys that have signed one log, as the log itself tells of them. It proves to whoever trusts one of them which
/// came after it; and to whoever had it from somebody trusted, which came before.
struct KeyChain
{
    CheckpointSigner current;
    QList<KeyHandover> handovers; ///< the oldest first

    /// Whether `to` came after `from`, each having signed for the next.
    bool leads(const CheckpointSigner &from, const CheckpointSigner &to) const;
    /// Whether it is one of these keys, and signed while it was the log's: a log of no more than so many entries.
    bool had(const CheckpointSigner &signer, qint64 logSize) const;
    /// All of them, lost ones too; the newest first. Only from handovers that prove what they say.
    QList<CheckpointSigner> signers() const;

    QByteArray text() const; ///< JSON in one line, with its end
    /// Malformed where it is none.
    static Result<KeyChain> fromText(const QByteArray &text);
    QJsonObject json() const;

    friend bool operator==(const KeyChain &, const KeyChain &) = default;
};

inline constexpr qint64 mostKeyChainBytes = 1024 * 1024; ///< some five hundred handovers

} // namespace Holdfast
