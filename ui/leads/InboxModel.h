// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/FileFromInbox.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace Holdfast {

enum class InboxColumn { File, Call, Length, Lead, Why };
inline constexpr int inboxColumns = 5;

/// The files of the watched folders that wait for a decision, newest first, each with where it belongs. Follows the
/// inbox and the leads; where a file belongs is looked up when it is shown. UI thread.
class InboxModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    InboxModel(LocalStore &store, const FileFromInbox &file, QObject *parent = nullptr);

    const InboxEntry &at(int row) const { return m_rows.at(row).entry; }
    std::optional<Lead> leadOf(int row) const; ///< the suggested one
    QString whyOf(int row) const { return why(m_rows.at(row)); }
    bool isThereAlready(int row) const;  ///< the suggested lead has that recording, or it waits to be sent there
    int rowOf(qint64 number) const;      ///< -1 where it is not there
    qint64 all() const { return m_all; } ///< also those beyond the ones that are shown

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void failed(const QString &sentence);

private:
    struct Row
    {
        InboxEntry entry;
        mutable std::optional<Result<FileFromInbox::Suggestion>> suggestion; ///< none before it was looked up
    };
    void reload();
    void suggestAnew();
    const Result<FileFromInbox::Suggestion> &suggestion(const Row &row) const;
    QString text(const Row &row, InboxColumn column) const;
    QString why(const Row &row) const;

    LocalStore &m_store;
    const FileFromInbox &m_file;
    QTimer m_changed; ///< many changes come together
    QList<Row> m_rows;
    qint64 m_all = 0;
};

} // namespace Holdfast
