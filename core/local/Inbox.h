// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "local/FoundFile.h"

#include <QList>
#include <QObject>
#include <QUuid>

#include <chrono>
#include <optional>

namespace Holdfast {

class Database;

/// A file of a watched folder that nobody has filed or dismissed yet.
struct InboxEntry
{
    qint64 number = 0;
    FoundFile file;
    bool isInspected = false; ///< whether what follows is known
    QByteArray sha256;
    std::optional<std::chrono::milliseconds> duration;
    QString problem;         ///< why it can't be attached, as actions/FileFinding.h keeps it; empty where it can
    QString remark;          ///< what is worth knowing, the same
    bool hasChanged = false; ///< it was filed as it was before, and holds something else since

    friend bool operator==(const InboxEntry &, const InboxEntry &) = default;
};

/// What the watched folders have brought: new, filed, dismissed, or there before the folder was watched. No file comes
/// twice, whatever ends the program. Each change is on the disk when the call returns. UI thread; part of LocalStore.
class Inbox : public QObject
{
    Q_OBJECT
public:
    static constexpr int mostShown = 500;
    static constexpr int mostAtOnce = 500; ///< files that one call takes in without the window noticing

    explicit Inbox(Database &database);

    Result<QList<InboxEntry>> entries(int most = mostShown) const; ///< newest first
    /// All of them in turn: from after that number on, oldest first.
    Result<QList<InboxEntry>> entriesAfter(qint64 number, int most) const;
    Result<qint64> count() const;
    Result<std::optional<InboxEntry>> nextToInspect() const;

    /// A folder is watched from now on, unless it was before.
    Done watch(const QString &folder, const QDateTime &since);
    /// From when on, where its first look is still to come.
    Result<std::optional<QDateTime>> firstLook(const QString &folder) const;
    Done endFirstLook(const QString &folder);
    Done takeEarlier(const QString &folder); ///< what was there before is wanted after all
    Done leaveFolder(const QString &folder); ///< what is new of it goes; what was filed or dismissed is remembered

    Done passOver(const QList<FoundFile> &files); ///< they were there before
    Done take(const QList<FoundFile> &files);     ///< but for those that were taken, filed or dismissed as they are
    Done keepInspection(const InboxEntry &entry);
    Done dismiss(const QList<qint64> &numbers);
    Done bringBack(const QList<qint64> &numbers); ///< those that were dismissed
    Done forget(const QList<qint64> &numbers);    ///< new ones whose file is gone

    struct Known
    {
        qint64 number = 0;
        FoundFile file;
        bool isNew = false;
    };
    /// What is known of a folder, in the order of its numbers from after that one on, at most so many.
    Result<QList<Known>> knownAfter(const QString &folder, qint64 number, int most) const;
    Result<QList<Known>> newAfter(const QString &folder, qint64 number, int most) const;

    /// That file was attached, from here or elsewhere: it leaves the inbox, and does not come to it. Within the
    /// caller's transaction; who has committed it calls tell().
    static Done markFiled(Database &database, const FoundFile &file, QUuid uploadId);
    void tell() { Q_EMIT changed(); }

Q_SIGNALS:
    void changed();

private:
    Done put(const QList<FoundFile> &files, const QByteArray &state);
    Done setState(const QList<qint64> &numbers, const QByteArray &sql);
    Done told(Done done);

    Database &m_database;
};

} // namespace Holdfast
