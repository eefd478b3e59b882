// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace Holdfast {

/// Which keys the server has, and what each is needed for; never a key.
struct KeyOverview
{
    /// A key-encryption key, under which the keys of files and secrets are wrapped.
    struct Wrapping
    {
        QString id;
        std::optional<QDateTime> madeAt; ///< from outside: when it was first given; none: nobody wrote it down
        bool isCurrent = false;          ///< what is stored now is sealed under it
        bool isAvailable = false;        ///< false with something wrapped: that can't be opened
        std::optional<QDateTime> retiredAt;
        QMap<QString, qint64> wraps; ///< how much is wrapped under it, by the contract's words: "recordings"

        qint64 wrapped() const
        {
            qint64 sum = 0;
            for (const qint64 howMany : wraps)
                sum += howMany;
            return sum;
        }
        friend bool operator==(const Wrapping &, const Wrapping &) = default;
    };
    /// The newest move of all that is wrapped to the current key.
    struct Rotation
    {
        QString toKeyId;
        QDateTime begunAt;
        std::optional<QDateTime> endedAt; ///< none: it is under way
        QString startedBy;
        qint64 rewrapped = 0;
        qint64 left = 0; ///< wrapped under other keys than the current one, now

        friend bool operator==(const Rotation &, const Rotation &) = default;
    };
    /// A key with which tokens are signed, or were.
    struct Token
    {
        QString id;
        QDateTime madeAt;
        bool isCurrent = false;
        std::optional<QDateTime> countsUntil; ///< of one before: when the last token that it signed ends

        friend bool operator==(const Token &, const Token &) = default;
    };

    /// A key with which the checkpoints of the audit log are signed, or were.
    struct Checkpoint
    {
        QString signer; ///< the public key, as C2SP signed-note writes it
        bool isCurrent = false;
        bool isAvailable = false;       ///< of the current one: false: nothing is signed
        qint64 fromEntry = 1;           ///< of the log
        std::optional<QDateTime> since; ///< none: from the first entry on
        std::optional<QDateTime> replacedAt;
        bool isLost = false; ///< it was replaced without having signed for the next

        friend bool operator==(const Checkpoint &, const Checkpoint &) = default;
    };

    QList<Wrapping> keys; ///< the oldest first, the retired ones too
    std::optional<Rotation> rotation;
    QList<Token> tokenKeys;
    QList<Checkpoint> checkpointKeys; ///< the newest first; none where the server does not tell of them

    friend bool operator==(const KeyOverview &, const KeyOverview &) = default;
};

} // namespace Holdfast
