// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/Session.h"

#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QListWidget)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace Holdfast {

/// The folders that are watched, to be added, changed and removed. UI thread.
class SourcesCard : public QWidget
{
    Q_OBJECT
public:
    explicit SourcesCard(const Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void sourcesChanged(const Holdfast::RecordingSources &sources);

private:
    void showSources();
    void edit(const QString &name); ///< empty: a new one
    void remove();
    QString chosen() const;

    const Session &m_session;
    RecordingSources m_sources;
    QListWidget *m_list;
    QLabel *m_empty;
    QPushButton *m_change;
    QPushButton *m_remove;
};

} // namespace Holdfast
