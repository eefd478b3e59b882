// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/AttachRecordings.h"
#include "domain/Lead.h"

#include <QWidget>

namespace Holdfast {

class AttachSheet;

/// Lays the sheet of files over a page, and carries out what is decided on it: looks at the files, attaches them, and
/// keeps what failed on the sheet. The page below rests meanwhile.
class AttachOverlay : public QWidget
{
    Q_OBJECT
public:
    AttachOverlay(AttachRecordings &attach, QWidget *page);

    /// Opens the sheet for that lead, or adds to it where it is open for that lead already. Without a lead each file
    /// goes where its name tells.
    void add(const QStringList &paths, const std::optional<Lead> &lead);

Q_SIGNALS:
    void attached(QUuid first); ///< of what was just attached
    void closed();
    void problem(const QString &sentence);

protected:
    bool focusNextPrevChild(bool next) override; ///< what it covers is not reached
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open(const std::optional<Lead> &lead);
    void close();
    void attach(const QList<Inspected> &files, const WrittenAlong &along);
    void place();

    AttachRecordings &m_attach;
    QWidget *m_page;
    std::optional<LeadId> m_lead;
    AttachSheet *m_sheet = nullptr;
    QFuture<AttachRecordings::Attached> m_attaching;
    quint64 m_opening = 0; ///< tells what belongs to this sheet from what an earlier one asked for
};

} // namespace Holdfast
