using System.Globalization;
using System.Text;
using System.Xml;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Exporting;

/// <summary>The last versions of all entries, for a feed reader (RFC 4287).</summary>
static class AtomFeed
{
    public const string Type = "application/atom+xml; charset=utf-8";
    const string Atom = "http://www.w3.org/2005/Atom";
    const int Shown = 50;

    /// <param name="root">Scheme and host of the site.</param>
    public static async Task<byte[]> Of(Lang l, string root, string name, EncyclopediaDb db, CancellationToken ct)
    {
        var changes = await db.Versions.AsNoTracking().Shown(db)
            .OrderByDescending(v => v.At).ThenByDescending(v => v.EntryId).ThenByDescending(v => v.Number)
            .Take(Shown)
            .Select(v => new Line(v.EntryId, v.Number, v.At, v.AuthorName, v.Comment))
            .ToListAsync(ct);
        var ids = changes.ConvertAll(c => c.EntryId);
        var heads = await db.Entries.AsNoTracking().Where(e => ids.Contains(e.Id)).Heads(l).ToDictionaryAsync(h => h.Id, ct);
        using var body = new MemoryStream();
        using (var xml = XmlWriter.Create(body, new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", ns: null, l.Code());
            Text(xml, "title", l.Say($"Encyclopédie, {name} : changements", $"Encyclopedia, {name}: changes"));
            Text(xml, "id", root + Addresses.Changes(l));
            Text(xml, "updated", Moment(changes.Count > 0 ? changes[0].At : DateTimeOffset.UnixEpoch));
            Link(xml, "alternate", root + Addresses.Changes(l));
            Link(xml, "self", root + Addresses.Feed(l));
            Author(xml, name);
            foreach (var change in changes)
            {
                Entry(xml, change, heads[change.EntryId], root + Addresses.Version(l, heads[change.EntryId].Key, change.Number));
            }

            xml.WriteEndElement();
        }

        return body.ToArray();
    }

    sealed record Line(Guid EntryId, int Number, DateTimeOffset At, string? AuthorName, string Comment);

    static void Entry(XmlWriter xml, Line change, EntryHead head, string address)
    {
        xml.WriteStartElement("entry", Atom);
        Text(xml, "title", head.Title);
        Text(xml, "id", address);
        Text(xml, "updated", Moment(change.At));
        Link(xml, "alternate", address);
        if (change.AuthorName is { Length: > 0 } author)
        {
            Author(xml, author);
        }

        Text(xml, "summary", change.Comment);
        xml.WriteEndElement();
    }

    static void Author(XmlWriter xml, string name)
    {
        xml.WriteStartElement("author", Atom);
        Text(xml, "name", name);
        xml.WriteEndElement();
    }

    static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    // A comment may hold what XML cannot say.
    static void Text(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Atom, string.Concat(text.EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value))));

    static void Link(XmlWriter xml, string relation, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
