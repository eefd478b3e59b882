// SPDX-License-Identifier: GPL-3.0-or-later
// Draws the window in each of its states, in both palettes and two sizes, into a folder: to be looked at, not to be
// compared. In the language of the environment (LANG). Usage: holdfast_screens FOLDER
#include "look/Appearance.h"
#include "signin/SignInPage.h"
#include "support/MemoryKeychain.h"
#include "ui/screens/LeadStates.h"
#include "ui/screens/WindowStates.h"

#include <QApplication>
#include <QDir>
#include <QTest>
#include <QTextStream>
#include <QTranslator>

#include <functional>

using namespace Holdfast;

namespace {

/// Draws one widget after the other, each under the name of its state.
class Painter
{
public:
    explicit Painter(const QDir &folder)
        : m_folder(folder)
    {
    }

    QString palette;

    void draw(const char *state, const std::function<void(const std::function<void(QWidget &)> &)> &make)
    {
        const std::pair<const char *, QSize> sizes[] = {{"1024", QSize(1024, 640)}, {"1920", QSize(1920, 1080)}};
        for (const auto &[name, size] : sizes)
            make([&, sizeName = name, wanted = size](QWidget &widget) {
                widget.resize(wanted);
                widget.show();
                QTest::qWait(50); // lets layouts and delegates come to rest
                const QString path = m_folder.filePath(
                    QStringLiteral("%1-%2-%3.png").arg(QLatin1String(state), palette, QLatin1String(sizeName)));
                if (!widget.grab().save(path))
                    qFatal("%s can't be written", qPrintable(path));
            });
    }

private:
    QDir m_folder;
};

void drawSignIn(Painter &painter, const char *state, const QString &sentence)
{
    QTemporaryDir folder;
    ApiClient api;
    Testing::MemoryKeychain keychain;
    SignIn signIn(api, keychain, &QDateTime::currentDateTimeUtc, folder.path());
    painter.draw(state, [&](const auto &show) {
        SignInPage page(signIn);
        page.prefill(QUrl(QStringLiteral("https://recordings.example.com")), QStringLiteral("alice"), {});
        page.say(sentence);
        show(page);
    });
}

void drawWindow(Painter &painter, Appearance &appearance, const char *state, const std::function<void(Stage &)> &put)
{
    painter.draw(state, [&](const auto &show) {
        Stage stage(appearance);
        stage.window.resize(1024, 640);
        stage.window.show();
        put(stage);
        show(stage.window);
    });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (argc != 2) {
        QTextStream(stderr) << "Usage: holdfast_screens FOLDER\n";
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    if (!folder.mkpath(QStringLiteral("."))) {
        QTextStream(stderr) << "The folder can't be made.\n";
        return 1;
    }
    QTranslator texts;
    if (texts.load(QLocale(), QStringLiteral("holdfast"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        texts.load(QStringLiteral(":/i18n/holdfast_en.qm")))
        QApplication::installTranslator(&texts);
    QApplication::setLayoutDirection(QLocale().textDirection());
    Appearance appearance(application);
    Painter painter(folder);
    const std::pair<const char *, std::function<void(Stage &)>> states[] = {
        {"no-leads", [](Stage &) {}},
        {"no-recordings", LeadStates::noRecordings},
        {"unknown-recordings", LeadStates::unknownRecordings},
        {"kept", LeadStates::kept},
        {"sending", LeadStates::sending},
        {"parked", LeadStates::parked},
        {"two-versions", LeadStates::twoVersions},
        {"two-changes", LeadStates::twoChanges},
        {"playing", LeadStates::playing},
        {"drop", LeadStates::drop},
        {"inbox", LeadStates::inbox},
        {"inbox-twin", LeadStates::inboxTwin},
        {"inbox-empty", LeadStates::emptyInbox},
        {"inbox-another-lead", LeadStates::anotherLead},
        {"filtered-away", LeadStates::filteredAway},
        {"offline", WindowStates::offline},
        {"no-keyring", WindowStates::noKeyring},
        {"messages", WindowStates::messages},
        {"not-fetched", WindowStates::notFetched},
        {"settings", WindowStates::settings},
        {"watch-folder", WindowStates::watchFolder},
    };
    for (const auto &[palette, choice] :
         {std::pair("light", AppearanceChoice::Light), std::pair("dark", AppearanceChoice::Dark)}) {
        appearance.choose(choice);
        painter.palette = QLatin1String(palette);
        drawSignIn(painter, "sign-in", {});
        drawSignIn(painter, "wrong-password",
                   QStringLiteral("The user name or the password is not right. Check both and try again."));
        drawSignIn(painter, "unreachable",
                   QStringLiteral("The server can't be reached. Your recordings are safe on this computer and will be "
                                  "sent when it is back."));
        for (const auto &[state, put] : states)
            drawWindow(painter, appearance, state, put);
    }
    return 0;
}
