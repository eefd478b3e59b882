// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Ids.h"
#include "sqlite/Database.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <memory>
#include <vector>

namespace Holdfast {

/// What a recording's own key is bound to when it is wrapped, an upload's that is not whole, and a webhook's secret's.
QByteArray wrapContextOfRecording(RecordingId id);
QByteArray wrapContextOfUpload(const QString &id);
QByteArray wrapContextOfWebhook(WebhookId id);

/// A kind of row that keeps a key wrapped under a key-encryption key. Whoever wraps something new adds its kind to
/// allWrappedRows(): then it moves along in a rotation, and no key goes that it still needs. In the connection's
/// thread; rewrap inside WriteQueue.
class WrappedRows
{
public:
    struct Row
    {
        QString id;
        QByteArray wrapped;
    };

    virtual ~WrappedRows() = default;
    virtual QString name() const = 0; ///< in the contract's words: "recordings"
    virtual QByteArray context(const QString &id) const = 0;
    virtual Result<QMap<QString, qint64>> countByKey(Database &database) const = 0;
    /// Those under a key, in the order of their ids, after one; empty: from the first.
    virtual Result<QList<Row>> under(Database &database, const QString &keyId, const QString &after,
                                     int limit) const = 0;
    /// The row, as it was read under one key, is wrapped under another from now on. False, and nothing is changed,
    /// where it went or changed meanwhile.
    virtual Result<bool> rewrap(Database &database, const Row &row, const QString &toKeyId,
                                const QByteArray &wrapped) const = 0;
};

const std::vector<std::unique_ptr<const WrappedRows>> &allWrappedRows();

/// By the kind's name, then by the key's id.
using WrappedCounts = QMap<QString, QMap<QString, qint64>>;
Result<WrappedCounts> countWrapped(Database &database);
qint64 wrappedUnder(const WrappedCounts &counts, const QString &keyId);

} // namespace Holdfast
