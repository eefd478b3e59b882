// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "crypto/SecretKey.h"
#include "domain/Result.h"
#include "local/UnsentRows.h"

#include <QCoreApplication>
#include <QList>
#include <QUrl>

#include <optional>
#include <vector>

namespace Holdfast {

class SealedCache;

/// Takes one person's data for one server off this computer: recordings, peaks, leads, notes and who it was. What the
/// server does not have yet stays: recordings as they are sealed, the rest of it as a database that is sealed beside
/// them (PersonalFiles puts it back). A mark is set first and removed last, so that a wipe that was interrupted is gone
/// on with; each step may be done again.
class PersonalWipe
{
    Q_DECLARE_TR_FUNCTIONS(Holdfast::PersonalWipe)

public:
    struct Person
    {
        QUrl server;
        QString username;
    };
    static QList<Person> unfinished(const QString &profile);
    static bool isSealingOver(const QString &folder); ///< the wipe that is under way there has sealed what stays

    PersonalWipe(const QString &profile, Person person);

    bool hasData() const; ///< there is something of that person here
    Done mark() const;
    /// What becomes of what is not stored yet and is sealed with a key that the keyring does not hold.
    enum class Locked {
        Stays,  ///< the keyring may hold the key another time
        GivenUp ///< a person has said that nobody has it any more
    };
    struct Keys
    {
        std::vector<SecretKey> kept; ///< the one that opens what lies there is taken; the first where nothing does
        bool isKeyringAway = true;   ///< then nothing is given up
    };
    struct Left
    {
        Unsent unsent;
        bool isSealed = false;
        bool isLocked = false;   ///< a working keyring holds no key that opens it, and it stays as it is
        bool hasGivenUp = false; ///< something was sealed with a key that is lost
        bool isNothing() const { return unsent.isNothing() && !isLocked; }
    };
    /// Without a key what is not stored yet stays as it is. Conflict where a program has the data open, or where an
    /// earlier wipe left something sealed that can't be opened while the keyring is away: nothing was removed then.
    /// Slow: pool thread.
    Result<Left> run(const Keys &keys, Locked locked = Locked::Stays) const;
    /// How many recordings of it have no sealed copy here that another time could open: only their original files.
    qsizetype withoutCopy(const Unsent &unsent) const;
    Done finish(const Left &left) const; ///< removes the mark, and the folder where nothing stays

private:
    Done giveUp() const;
    Done writeMark(const std::optional<Unsent> &unsent) const;
    Done openEarlier(SealedCache &cache, bool canSeal) const;
    Result<Unsent> reduceDatabase(SealedCache &cache, bool canSeal) const;
    Done removeRecordings(SealedCache &cache, const Unsent &unsent) const;

    QString m_folder;
    Person m_person;
};

} // namespace Holdfast
