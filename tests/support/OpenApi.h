// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>

namespace Holdfast::Testing {

/// An OpenAPI 3.1 document, against which answers are held. Knows what ours uses of JSON Schema.
class OpenApi
{
public:
    explicit OpenApi(const QJsonObject &document)
        : m_document(document)
    {
    }

    QStringList paths() const { return m_document[QLatin1String("paths")].toObject().keys(); }
    QStringList methods(const QString &path) const
    {
        QStringList methods;
        for (const QString &key : m_document[QLatin1String("paths")][path].toObject().keys())
            if (key != QLatin1String("parameters"))
                methods.append(key.toUpper());
        return methods;
    }
    QStringList statuses(const QString &path, const QString &method) const
    {
        return operation(path, method)[QLatin1String("responses")].toObject().keys();
    }

    /// The path of the document that this one is an example of; a literal segment goes before a captured one.
    QString templateOf(const QString &path) const
    {
        const QStringList segments = path.section(u'?', 0, 0).split(u'/');
        QString best;
        for (const QString &candidate : paths()) {
            const QStringList pattern = candidate.split(u'/');
            bool fits = pattern.size() == segments.size();
            for (qsizetype i = 0; fits && i < pattern.size(); ++i)
                fits = pattern[i].startsWith(u'{') || pattern[i] == segments[i];
            if (fits && (best.isEmpty() || candidate.count(u'{') < best.count(u'{')))
                best = candidate;
        }
        return best;
    }

    /// What of an answer is not as documented; empty where all is.
    QString problemWith(const QString &method, const QString &path, int status, const QByteArray &contentType,
                        const QByteArray &body) const
    {
        const QString name = templateOf(path);
        if (!methods(name).contains(method))
            return method + u' ' + path + QStringLiteral(" is not documented");
        const QString at = QStringLiteral("%1 %2 %3").arg(method, name).arg(status);
        const QJsonObject responses = operation(name, method)[QLatin1String("responses")].toObject();
        if (!responses.contains(QString::number(status)))
            return at + QStringLiteral(" is not documented");
        const QJsonObject content = responses[QString::number(status)][QLatin1String("content")].toObject();
        if (content.isEmpty())
            return body.isEmpty() ? QString() : at + QStringLiteral(" has a body that is not documented");
        if (method == QLatin1String("HEAD"))
            return {};
        if (!content.contains(QLatin1String("application/json")))
            return {};
        if (contentType != "application/json")
            return at + QStringLiteral(" is no JSON");
        const QJsonDocument document = QJsonDocument::fromJson(body);
        const QJsonValue value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
        return problem(content[QLatin1String("application/json")][QLatin1String("schema")].toObject(), value, at);
    }

private:
    QJsonObject operation(const QString &path, const QString &method) const
    {
        return m_document[QLatin1String("paths")][path][method.toLower()].toObject();
    }

    static bool isOfType(const QString &type, const QJsonValue &value)
    {
        if (type == QLatin1String("object"))
            return value.isObject();
        if (type == QLatin1String("array"))
            return value.isArray();
        if (type == QLatin1String("string"))
            return value.isString();
        if (type == QLatin1String("boolean"))
            return value.isBool();
        if (type == QLatin1String("null"))
            return value.isNull();
        return value.isDouble() &&
               (type == QLatin1String("number") || value.toDouble() == std::floor(value.toDouble()));
    }

    QString problem(QJsonObject schema, const QJsonValue &value, const QString &at) const
    {
        if (const QString ref = schema[QLatin1String("$ref")].toString(); !ref.isEmpty())
            schema =
                m_document[QLatin1String("components")][QLatin1String("schemas")][ref.section(u'/', -1)].toObject();
        if (const QJsonArray any = schema[QLatin1String("anyOf")].toArray(); !any.isEmpty()) {
            for (const QJsonValue &one : any)
                if (problem(one.toObject(), value, at).isEmpty())
                    return {};
            return at + QStringLiteral(" is none of those that it may be");
        }
        QStringList types{schema[QLatin1String("type")].toString()};
        if (const QJsonValue several = schema[QLatin1String("type")]; several.isArray()) {
            types.clear();
            for (const QJsonValue &type : several.toArray())
                types.append(type.toString());
        }
        if (std::none_of(types.begin(), types.end(), [&](const QString &type) { return isOfType(type, value); }))
            return at + QStringLiteral(" is not of the type ") + types.join(QStringLiteral(" or "));
        if (const QJsonArray allowed = schema[QLatin1String("enum")].toArray();
            !allowed.isEmpty() && !allowed.contains(value))
            return at + QStringLiteral(" is none of the values it may have: ") + value.toString();
        if (schema.contains(QLatin1String("minimum")) && value.isDouble() &&
            value.toDouble() < schema[QLatin1String("minimum")].toDouble())
            return at + QStringLiteral(" is less than it may be");
        if (value.isString())
            return textProblem(schema, value.toString(), at);
        if (value.isArray()) {
            const QJsonArray array = value.toArray();
            for (qsizetype i = 0; i < array.size(); ++i)
                if (const QString found = problem(schema[QLatin1String("items")].toObject(), array[i],
                                                  QStringLiteral("%1[%2]").arg(at).arg(i));
                    !found.isEmpty())
                    return found;
        }
        return value.isObject() ? objectProblem(schema, value.toObject(), at) : QString();
    }

    static QString textProblem(const QJsonObject &schema, const QString &text, const QString &at)
    {
        const QString format = schema[QLatin1String("format")].toString();
        if (format == QLatin1String("date-time") &&
            !(text.endsWith(u'Z') && QDateTime::fromString(text, Qt::ISODateWithMs).isValid()))
            return at + QStringLiteral(" is no time in UTC: ") + text;
        if (format == QLatin1String("date") && !QDate::fromString(text, Qt::ISODate).isValid())
            return at + QStringLiteral(" is no date: ") + text;
        const QRegularExpression pattern(schema[QLatin1String("pattern")].toString());
        return pattern.match(text).hasMatch() ? QString() : at + QStringLiteral(" is not of its pattern: ") + text;
    }

    QString objectProblem(const QJsonObject &schema, const QJsonObject &object, const QString &at) const
    {
        const QJsonObject properties = schema[QLatin1String("properties")].toObject();
        for (const QJsonValue &name : schema[QLatin1String("required")].toArray())
            if (!object.contains(name.toString()))
                return at + QStringLiteral(" lacks ") + name.toString();
        for (auto field = object.begin(); field != object.end(); ++field) {
            if (!properties.contains(field.key())) {
                if (schema[QLatin1String("additionalProperties")].toBool(true))
                    continue;
                return at + QStringLiteral(" has a field that is not documented: ") + field.key();
            }
            if (const QString found =
                    problem(properties[field.key()].toObject(), field.value(), at + u'.' + field.key());
                !found.isEmpty())
                return found;
        }
        return {};
    }

    QJsonObject m_document;
};

} // namespace Holdfast::Testing
