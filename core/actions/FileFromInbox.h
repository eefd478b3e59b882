// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "actions/AttachRecordings.h"

#include <QHash>

#include <memory>

namespace Holdfast {

/// Says where the files of the inbox belong, and files them: sealed, in the outbox, and out of the inbox in the same
/// transaction. UI thread.
class FileFromInbox : public QObject
{
    Q_OBJECT
public:
    FileFromInbox(Session &session, AttachRecordings &attach, Clock clock, QObject *parent = nullptr);

    struct Suggestion
    {
        Filing filing;
        std::optional<EarlierCopy> earlier; ///< what that lead has of it already

        bool isClear() const { return filing.lead.has_value(); }
        bool isThereAlready() const { return earlier.has_value(); }
        bool isStored() const { return earlier && earlier->isStored(); }
        QString sentence() const; ///< why that lead or none, and what a person should know
    };
    /// By the rules of the source that the file lies in. A few indexed statements.
    Result<Suggestion> suggest(const InboxEntry &entry) const;

    /// What becomes of a file whose lead has the same recording already, or gets it from an entry before it.
    enum class Twins { Stay, AreFiledAgain };
    /// To that lead; without one each where its name tells. What can't be filed stays in the inbox.
    QFuture<AttachRecordings::Attached> file(const QList<InboxEntry> &entries, std::optional<LeadId> lead,
                                             const WrittenAlong &along = {}, Twins twins = Twins::Stay);

private:
    struct Reader
    {
        FilingRules rules;
        SuggestFiling suggest;
    };
    const SuggestFiling &readerOf(const QString &path) const;
    Result<Filing> filingOf(const FoundFile &file, std::optional<std::chrono::milliseconds> duration) const;
    using Taken = QHash<std::pair<LeadId, QByteArray>, QString>; ///< names of files, by where they go and their SHA-256
    void aim(Inspected &file, std::optional<LeadId> lead) const;
    void refuseTwin(Inspected &file, Taken &taken) const;
    void nameUpload(Inspected &file) const;

    Session &m_session;
    AttachRecordings &m_attach;
    Clock m_clock;
    mutable QHash<QString, std::shared_ptr<const Reader>> m_readers; ///< by the name of the source
};

} // namespace Holdfast
