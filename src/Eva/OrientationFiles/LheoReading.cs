using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Beffroi.Eva.BankFiles;
using Beffroi.Kit;

namespace Beffroi.Eva.OrientationFiles;

/// <summary>Courses in LHÉO 2 (lheo.org, the language of the Carif-Oref): one offer for each session of each action of each course. The language does not say
/// whether a course is one of basic skills: the words of its title do, and the preview counts them so that whoever imports sees it.</summary>
static partial class LheoReading
{
    public static FileReading Read(byte[] file)
    {
        var (faults, offers, past) = (new List<FileFault>(), new List<Offer>(), 0);
        foreach (var course in Courses(file))
        {
            var title = Value(course, "intitule-formation");
            var organisation = Value(course.Elements().FirstOrDefault(e => Is(e, "organisme-formation-responsable")), "nom-organisme", "raison-sociale");
            if (title is null || organisation is null)
            {
                faults.Add(Fault(course, title is null ? "intitule-formation" : "nom-organisme", "Cet élément manque ou est vide."));
                continue;
            }

            foreach (var action in course.Elements().Where(e => Is(e, "action")))
            {
                var place = action.Elements().FirstOrDefault(e => Is(e, "lieu-de-formation"));
                var (code, commune) = (Value(place, "codepostal"), Value(place, "ville"));
                if (commune is null || code is null || !OffersReading.IsPostCode(code))
                {
                    faults.Add(Fault(place ?? action, "codepostal", "Le lieu de formation a une ville et un code postal de cinq chiffres."));
                    continue;
                }

                foreach (var session in action.Elements().Where(e => Is(e, "session")))
                {
                    var period = session.Elements().FirstOrDefault(e => Is(e, "periode"));
                    var (starts, ends) = (Day(Value(period, "debut")), Day(Value(period, "fin")));
                    if (starts is null && ends is null)
                    {
                        past++;
                        continue;
                    }

                    offers.Add(new()
                    {
                        Id = string.Create(CultureInfo.InvariantCulture, $"{(string?)course.Attribute("numero") ?? (string?)course.Attribute("id") ?? "lheo"}/{(string?)action.Attribute("numero") ?? "a"}/{(string?)session.Attribute("numero") ?? "s"}/{offers.Count + 1}"),
                        Title = Cut(title), Kind = KindOf(title), Organisation = Cut(organisation), Commune = Cut(commune), PostCode = code, StartsOn = starts,
                        ValidUntil = starts is null ? ends : null, Hours = int.TryParse(Value(action, "nombre-heures-total"), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) ? hours : null,
                        Address = Link(Value(action, "url-action") ?? Value(course, "url-formation")),
                    });
                    if (offers.Count > OffersReading.MaxOffers)
                    {
                        return FileReading.Wrong(null, $"Le fichier a plus de {OffersReading.MaxOffers} sessions : prenez un fichier d’une région.");
                    }
                }
            }

            if (faults.Count >= FileReading.MostFaults)
            {
                break;
            }
        }

        return new(new() { Offers = offers }, faults,
        [
            .. offers.GroupBy(o => o.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key.Label()} : {French.Count(g.Count(), "session", "sessions")}, d’après les mots du titre."),
            .. past > 0 ? [$"{French.Count(past, "session", "sessions")} sans date : laissées de côté."] : (string[])[],
        ]);
    }

    /// <summary>The first that fits, from the narrowest: « alphabétisation et FLE » is a beginning with writing.</summary>
    public static OfferKind KindOf(string title) => HeadedTable.Key(title) switch
    {
        var t when Alphabetisation().IsMatch(t) => OfferKind.Alphabetisation,
        var t when Fle().IsMatch(t) => OfferKind.Fle,
        var t when Clea().IsMatch(t) => OfferKind.CleaModule,
        var t when Relearning().IsMatch(t) => OfferKind.Reapprentissage,
        var t when Basics().IsMatch(t) => OfferKind.Ocb,
        _ => OfferKind.Metier,
    };

    static List<XElement> Courses(byte[] file)
    {
        try
        {
            using var stream = new MemoryStream(file, writable: false);
            using var xml = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XDocument.Load(xml, LoadOptions.SetLineInfo).Root!;
            return Is(root, "lheo")
                ? [.. root.Elements().Where(e => Is(e, "offres")).Elements().Where(e => Is(e, "formation"))]
                : throw new SheetException($"La racine d’un fichier LHÉO est <lheo>, celle-ci est <{root.Name.LocalName}>.");
        }
        catch (XmlException wrong)
        {
            throw new SheetException("Ce fichier n’est pas du XML lisible.", wrong.LineNumber > 0 ? wrong.LineNumber : null, wrong);
        }
    }

    static bool Is(XElement element, string name) => string.Equals(element.Name.LocalName, name, StringComparison.Ordinal);

    static string? Value(XElement? element, params string[] names) =>
        names.SelectMany(name => element?.Descendants().Where(d => Is(d, name)) ?? []).Select(d => d.Value.Trim()).FirstOrDefault(v => v.Length > 0);

    static FileFault Fault(XElement element, string name, string sentence) => new(element is IXmlLineInfo line && line.HasLineInfo() ? line.LineNumber : null, name, sentence);

    // AAAAMM00 and AAAA0000 tell a month and a year: their first day. 00000000 and 99999999 tell nothing.
    static DateOnly? Day(string? text)
    {
        if (text is not { Length: 8 } || text is "00000000" or "99999999")
        {
            return null;
        }

        var day = text.EndsWith("0000", StringComparison.Ordinal) ? text[..4] + "0101" : text.EndsWith("00", StringComparison.Ordinal) ? text[..6] + "01" : text;
        return DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
    }

    static string? Link(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? url!.ToString() : null;

    static string Cut(string text) => text.Length <= 300 ? text : text[..300];

    [GeneratedRegex("alphabetisation|analphabet", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Alphabetisation();

    [GeneratedRegex("francais_langue_etrangere|francais_langue_d_integration|(?:^|_)(?:fle|fli|fos)(?:_|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fle();

    [GeneratedRegex("(?:^|_)clea(?:_|$)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Clea();

    [GeneratedRegex("illettrisme|reapprendre|reapprentissage", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Relearning();

    [GeneratedRegex("competences?_de_base|competences?_cles?|savoirs?_de_base|remise_a_niveau", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Basics();
}
