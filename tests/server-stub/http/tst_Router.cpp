// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Router.h"

#include <QTest>

using namespace Holdfast::Http;

namespace {

Request request(const QByteArray &method, const QString &path)
{
    Request made;
    made.method = method;
    made.segments = path.sliced(1).split(u'/');
    return made;
}

/// Handlers are told apart by the status that they answer.
Handler handler(int status)
{
    return [status](const Request &, const Responder &) -> std::unique_ptr<BodySink> {
        throw status; // never called with a connection here
    };
}

int statusOf(const std::variant<Router::Match, Reply> &found)
{
    if (const auto *reply = std::get_if<Reply>(&found))
        return reply->status;
    try {
        (*std::get<Router::Match>(found).handler)({}, {});
    } catch (int status) {
        return status;
    }
    return 0;
}

} // namespace

class tst_Router : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsRoutes_data();
    void findsRoutes();
    void namesWhatIsAllowed();
    void takesLiteralsBeforeCaptures();
    void handsOverCaptures();

private:
    static Router routes();
};

Router tst_Router::routes()
{
    Router router;
    router.add("GET", QStringLiteral("/a/{x}"), nullptr, handler(1));
    router.add("DELETE", QStringLiteral("/a/{x}"), nullptr, handler(2));
    router.add("GET", QStringLiteral("/a/new"), nullptr, handler(3));
    router.add("POST", QStringLiteral("/a/only"), nullptr, handler(4));
    router.add("GET", QStringLiteral("/a/{x}/end"), nullptr, handler(5));
    router.add("GET", QStringLiteral("/{x}/b/end"), nullptr, handler(6));
    router.add("GET", QStringLiteral("/slash/"), nullptr, handler(7));
    router.add("GET", QStringLiteral("/"), nullptr, handler(8));
    router.add("HEAD", QStringLiteral("/a/new"), nullptr, handler(9));
    return router;
}

void tst_Router::findsRoutes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    const auto row = [](const char *method, const char *path, int status) {
        QTest::addRow("%s %s", method, path) << QByteArray(method) << QString::fromLatin1(path) << status;
    };
    row("GET", "/a/7", 1);
    row("HEAD", "/a/7", 1);
    row("DELETE", "/a/7", 2);
    row("GET", "/a/new", 3);
    row("HEAD", "/a/new", 9);
    row("DELETE", "/a/new", 405);
    row("GET", "/a/only", 405);
    row("POST", "/a/only", 4);
    row("GET", "/slash/", 7);
    row("GET", "/", 8);
    row("GET", "/slash", 404);
    row("GET", "/a", 404);
    row("GET", "/a/", 404);
    row("GET", "/a/7/end/", 404);
    row("GET", "/A/7", 404);
    row("GET", "/*", 404);
    row("POST", "/a/7", 405);
    row("POST", "/a/new", 405);
    row("OPTIONS", "/a/7", 204);
    row("OPTIONS", "/*", 204);
    row("OPTIONS", "/nowhere", 404);
}

void tst_Router::findsRoutes()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    QFETCH(const int, status);
    QCOMPARE(statusOf(routes().match(request(method, path))), status);
}

void tst_Router::namesWhatIsAllowed()
{
    const Router router = routes();
    const auto allowed = [&router](const QString &path) {
        return std::get<Reply>(router.match(request("PATCH", path))).headers.value("Allow");
    };
    QCOMPARE(allowed(QStringLiteral("/a/7")), "DELETE, GET, HEAD, OPTIONS");
    QCOMPARE(allowed(QStringLiteral("/a/only")), "OPTIONS, POST");
    QCOMPARE(allowed(QStringLiteral("/slash/")), "GET, HEAD, OPTIONS");
}

void tst_Router::takesLiteralsBeforeCaptures()
{
    QCOMPARE(statusOf(routes().match(request("GET", QStringLiteral("/a/b/end")))), 5);
    QCOMPARE(statusOf(routes().match(request("GET", QStringLiteral("/c/b/end")))), 6);
}

void tst_Router::handsOverCaptures()
{
    const Router router = routes();
    const auto found = router.match(request("GET", QStringLiteral("/a/b c/end")));
    QCOMPARE(std::get<Router::Match>(found).captures,
             (QHash<QString, QString>{{QStringLiteral("x"), QStringLiteral("b c")}}));
}

QTEST_APPLESS_MAIN(tst_Router)
#include "tst_Router.moc"
