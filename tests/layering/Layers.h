// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace Holdfast::Testing {

/// One folder of the house: where it stands, what of the house it may include, and which foreign headers. A folder may
/// always include itself.
struct Layer
{
    QString folder; ///< as it stands in an include line: "crypto"
    QString place;  ///< in the repository
    QStringList mayInclude;
    QStringList foreign; ///< groups of foreignHeaders

    friend bool operator==(const Layer &a, const Layer &b) { return a.place == b.place; }
};

/// The arrows of the house. They point down only.
inline const QList<Layer> &layers()
{
    const auto words = [](const char *text) {
        return QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    const auto layer = [&](const char *place, const char *mayInclude, const char *foreign = "") {
        const QString at = QString::fromLatin1(place);
        return Layer{at.section(QLatin1Char('/'), -1), at, words(mayInclude), words(foreign)};
    };
    static const QList<Layer> all{
        layer("core/domain", ""),
        layer("core/contract", "domain", "rapidjson"),
        layer("core/crypto", "domain", "sodium openssl"),
        layer("core/audit", "domain crypto"),
        layer("core/evidence", "domain crypto audit"),
        layer("core/keychain", "domain", "qtkeychain"),
        layer("core/media", "domain", "ffmpeg ebur128"),
        layer("core/phone", "", "phonenumber"),
        layer("core/sqlite", "domain", "sql"),
        layer("core/local", "domain contract crypto phone sqlite"),
        layer("core/sync", "domain contract crypto local", "network"),
        layer("core/playback", "domain media", "multimedia soundtouch"),
        layer("core/actions", "domain contract crypto evidence keychain local media sqlite sync"),
        layer("ui/look", "domain", "dbus gui"),
        layer("ui/lists", "look domain", "gui"),
        layer("ui/signin", "look actions domain", "gui"),
        layer("ui/settings", "look actions local domain", "gui"),
        layer("ui/shell", "look sync domain", "gui"),
        layer("ui/annotations", "look actions local domain", "gui"),
        layer("ui/player", "look actions annotations playback media local domain", "gui"),
        layer("ui/recordings", "look actions local sync domain", "gui"),
        layer("ui/attach", "look actions local domain", "gui"),
        layer("ui/leads", "look actions local sync domain attach recordings", "gui"),
        layer("ui/storage", "look lists sync domain", "gui charts"),
        layer("ui/review", "look lists actions local sync domain", "gui"),
        layer("ui/audit", "look lists review actions sync domain", "gui"),
        layer("ui/packs", "look actions domain", "gui"),
        layer("ui/people", "look lists sync domain", "gui"),
        layer("ui/holds", "look lists review sync domain", "gui"),
        layer("ui/retention", "look lists review sync domain", "gui"),
        layer("ui/server", "look lists sync domain", "gui"),
        layer("ui/leadimport", "look actions domain attach", "gui"),
        layer("server-stub/http", "", "network boost"),
        layer("server-stub/vault", "domain crypto"),
        layer("server-stub/records", "domain audit crypto sqlite", "sql"),
        layer("server-stub/access", "domain contract crypto http records sqlite", "network"),
        layer("server-stub/upkeep", "domain contract crypto records vault sqlite", "network"),
        layer("server-stub/api", "domain contract crypto audit evidence media sqlite http access records vault upkeep",
              "network"),
        layer("app/signals", ""),
        layer("app/server",
              "domain contract crypto audit media sqlite http access records vault upkeep api "
              "signals",
              "network openssl"),
        layer("app/ctl", "domain contract crypto audit evidence keychain media local sync actions signals", "network"),
        layer("app/desktop",
              "domain contract keychain local sync actions playback media look signin settings shell player "
              "recordings attach leads leadimport review storage holds retention audit packs people server",
              "gui"),
    };
    return all;
}

/// Headers of others, by the start of their include path; whoever is not named above for a group may not use it. A
/// header of the house that includes one stays within its own folder, but for those of the groups in openGroups.
inline const QHash<QString, QStringList> &foreignHeaders()
{
    const auto words = [](const char *text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
    static const QHash<QString, QStringList> groups{
        {QStringLiteral("sodium"), words("sodium")},
        {QStringLiteral("openssl"), words("openssl/")},
        {QStringLiteral("qtkeychain"), words("qt6keychain/ qtkeychain/ keychain.h")},
        {QStringLiteral("ffmpeg"), words("libav libsw")},
        {QStringLiteral("ebur128"), words("ebur128.h")},
        {QStringLiteral("phonenumber"), words("phonenumbers/")},
        {QStringLiteral("rapidjson"), words("rapidjson/")},
        {QStringLiteral("sql"), words("QSql QtSql")},
        {QStringLiteral("network"),
         words("QNetwork QTcp QSsl QHttp QHostAddress QLocalSocket QtNetwork QAbstractSocket")},
        {QStringLiteral("multimedia"), words("QAudio QMedia QSound QtMultimedia")},
        {QStringLiteral("charts"), words("QChart QAreaSeries QLineSeries QDateTimeAxis QValueAxis QtCharts")},
        {QStringLiteral("soundtouch"), words("SoundTouch soundtouch/")},
        {QStringLiteral("dbus"), words("QDBus QtDBus")},
        {QStringLiteral("boost"), words("boost/")},
        {QStringLiteral("gui"),
         words("QtGui QtWidgets QApplication QGuiApplication QWidget QMainWindow QDialog QFrame QLabel QPushButton "
               "QIcon QPixmap QImage QPainter QColor QFont QPalette")},
    };
    return groups;
}

/// What may show in a public header: Qt's own types that are passed about.
inline const QStringList &openGroups()
{
    static const QStringList groups{QStringLiteral("network"), QStringLiteral("gui")};
    return groups;
}

} // namespace Holdfast::Testing
