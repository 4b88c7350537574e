using System.Xml;
using System.Xml.Linq;

namespace Beffroi.Chat.Rules.Feeds;

/// <summary>Reads RSS (0.9x, 1.0, 2.0) and Atom (RFC 4287). Document types are passed over: no entity of theirs exists, nothing outside is fetched.</summary>
public static class FeedReader
{
    /// <param name="charset">As HTTP said it, if it did.</param>
    /// <param name="address">Of the feed: what its relative addresses start from.</param>
    public static FeedReading Read(ReadOnlyMemory<byte> document, string? charset, Uri address)
    {
        if (document.Length > FeedLimits.Document)
        {
            return Broken(FeedFault.TooLarge, $"Le flux dépasse {FeedLimits.Document / 1024 / 1024} Mio.", $"The feed is larger than {FeedLimits.Document / 1024 / 1024} MiB.");
        }

        if (FeedText.Decode(document.Span, charset) is not { } text)
        {
            return Broken(FeedFault.Encoding, "L’encodage annoncé par le flux est inconnu.", "The encoding that the feed announces is unknown.");
        }

        text = text.Trim();
        return text.Length == 0 ? Broken(FeedFault.Empty, "L’adresse répond par un document vide.", "The address answers with an empty document.") : Parse(text, address);
    }

    static FeedReading Parse(string text, Uri address)
    {
        try
        {
            CheckDepth(text);
            using var reader = Open(text);
            var root = XDocument.Load(reader).Root!;
            return FeedParts.Of(root, address) is { } feed ? new FeedReading.Read(feed)
                : IsPage(root.Name.LocalName) ? Page()
                : Broken(FeedFault.NotFeed, $"Ce document XML n’est ni RSS ni Atom : il commence par « {Short(root.Name.LocalName)} ».", $"This XML document is neither RSS nor Atom: it begins with “{Short(root.Name.LocalName)}”.");
        }
        catch (XmlException wrong)
        {
            var head = text[..Math.Min(text.Length, 1000)];
            return head.Contains("<html", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
                ? Page()
                : Broken(FeedFault.NotXml, $"Le XML ne se lit pas, ligne {wrong.LineNumber}, colonne {wrong.LinePosition}.", $"The XML cannot be read, line {wrong.LineNumber}, column {wrong.LinePosition}.");
        }
    }

    static void CheckDepth(string text)
    {
        using var reader = Open(text);
        while (reader.Read())
        {
            if (reader.Depth > FeedLimits.Depth)
            {
                throw new XmlException("Too deep.", null, ((IXmlLineInfo)reader).LineNumber, ((IXmlLineInfo)reader).LinePosition);
            }
        }
    }

    static XmlReader Open(string text) => XmlReader.Create(new StringReader(text), new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = FeedLimits.Document,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    });

    static bool IsPage(string name) => name.Equals("html", StringComparison.OrdinalIgnoreCase);

    static FeedReading.Broken Page() => Broken(FeedFault.WebPage, "L’adresse mène à une page, non à un flux.", "The address leads to a page, not to a feed.");

    static string Short(string name) => name.Length <= 40 ? name : name[..40] + "…";

    static FeedReading.Broken Broken(FeedFault fault, string french, string english) => new(fault, new(french, english));
}
