// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QUrl>

#include <functional>
#include <optional>

namespace Holdfast {

/// Brings one delivery to its target. In one thread.
class WebhookSender
{
public:
    struct Post
    {
        QUrl url;
        QList<std::pair<QByteArray, QByteArray>> fields;
        QByteArray body;
        int attempt = 1; ///< from 1 on: where a name stands for several addresses, each has its turn
    };
    struct Outcome
    {
        std::optional<int> status; ///< none: the target did not answer, or was not asked
        QString problem;           ///< a sentence; empty: it was taken
    };
    using Answer = std::function<void(const Outcome &)>;

    virtual ~WebhookSender() = default;

    /// Answers once, later or before it returns; no more once the sender is gone.
    virtual void send(const Post &post, Answer answer) = 0;
};

} // namespace Holdfast
