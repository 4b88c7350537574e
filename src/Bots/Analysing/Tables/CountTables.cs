using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Bots.Analysing;

/// <summary>Tables of what comes how often: languages, hashtags, links, sites, media.</summary>
static class CountTables
{
    public static NarrativeTable Languages(Narrative n, Lang l)
    {
        var items = n.Counted.Languages.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).ToList();
        return new()
        {
            Key = TableKey.Languages, Title = l.Say("Langues", "Languages"), Note = l.Say("Langue que le réseau indique pour chaque publication.", "Language that the network gives for each post."),
            Columns = [new(l.Say("Langue", "Language")), new(l.Say("Publications", "Posts"), true), new(l.Say("Part des publications", "Share of posts"), true)],
            Count = items.Count,
            Rows = NarrativeTable.Of(items, c => [new(LanguageName(c.Key, l)) { Href = Here(n, l, f => f with { Language = c.Key }), Raw = c.Key }, l.Figure(c.Value), l.Share((double)c.Value / n.Posts)]),
        };
    }

    public static NarrativeTable Hashtags(Narrative n, Lang l) => Counted(n, l, TableKey.Hashtags, n.Counted.Hashtags, l.Say("Hashtags associés", "Associated hashtags"), "Hashtag",
        tag => new("#" + tag) { Href = NarrativeSubject.Read("#" + tag) is { } subject ? Here(n, l, f => f with { Hashtag = subject }) : null, Raw = tag },
        except: n.Filter.Subject.Kind is SubjectKind.Hashtag ? n.Filter.Subject.Key : null);

    public static NarrativeTable Links(Narrative n, Lang l) => Counted(n, l, TableKey.Links, n.Counted.Links, l.Say("Liens", "Links"), l.Say("Adresse", "Address"),
        link => new(Short(link)) { Href = Addresses.Narratives(l) + (n.Filter with { Subject = new(SubjectKind.Link, link) }).ToQuery(), Raw = link },
        l.Say("Adresses réduites à une seule écriture ; les raccourcis (t.co, bit.ly) restent tels quels. Suivre une ligne analyse ce lien.", "Addresses in one writing; short ones (t.co, bit.ly) stay as they are. A line leads to the analysis of this link."));

    public static NarrativeTable Domains(Narrative n, Lang l) => Counted(n, l, TableKey.Domains, n.Counted.Domains, l.Say("Sites", "Sites"), l.Say("Domaine", "Domain"),
        site => new(site) { Href = NarrativeSubject.Read(site) is { Kind: SubjectKind.Domain } domain ? Here(n, l, f => f with { Domain = domain }) : null });

    public static NarrativeTable Media(Narrative n, Lang l) => Counted(n, l, TableKey.Media, n.Counted.Media, l.Say("Images et vidéos", "Pictures and videos"), l.Say("Empreinte ou adresse", "Hash or address"),
        media => new(Short(media)) { Raw = media }, l.Say("Rien n’est affiché ni chargé : une image se reconnaît à son empreinte.", "Nothing is shown or loaded: a picture is known by its hash."));

    /// <summary>The same view with one thing changed.</summary>
    public static string Here(Narrative n, Lang l, Func<NarrativeFilter, NarrativeFilter> change) => Addresses.Narratives(l) + change(n.Filter).ToQuery();

    public static string LanguageName(string code, Lang l)
    {
        if (string.Equals(code, NarrativeFilter.NoLanguage, StringComparison.Ordinal))
        {
            return l.Say("non indiquée", "not given");
        }

        try
        {
            var culture = CultureInfo.GetCultureInfo(code, predefinedOnly: true);
            return l.Say(FrenchNames.GetValueOrDefault(culture.TwoLetterISOLanguageName, code), culture.EnglishName) + $" ({code})";
        }
        catch (CultureNotFoundException)
        {
            return code;
        }
    }

    // Names of languages follow the machine's own; these do not.
    static readonly Dictionary<string, string> FrenchNames = new(StringComparer.Ordinal)
    {
        ["fr"] = "français", ["en"] = "anglais", ["de"] = "allemand", ["es"] = "espagnol", ["it"] = "italien", ["pt"] = "portugais", ["nl"] = "néerlandais", ["pl"] = "polonais", ["ro"] = "roumain", ["ru"] = "russe",
        ["uk"] = "ukrainien", ["be"] = "biélorusse", ["ar"] = "arabe", ["fa"] = "persan", ["tr"] = "turc", ["zh"] = "chinois", ["ja"] = "japonais", ["ko"] = "coréen", ["hi"] = "hindi", ["az"] = "azéri", ["hy"] = "arménien",
        ["ka"] = "géorgien", ["sr"] = "serbe", ["hr"] = "croate", ["bg"] = "bulgare", ["el"] = "grec", ["hu"] = "hongrois", ["cs"] = "tchèque", ["sk"] = "slovaque", ["sl"] = "slovène", ["sv"] = "suédois", ["da"] = "danois",
        ["fi"] = "finnois", ["nb"] = "norvégien", ["no"] = "norvégien", ["et"] = "estonien", ["lv"] = "letton", ["lt"] = "lituanien", ["ca"] = "catalan", ["he"] = "hébreu", ["id"] = "indonésien", ["vi"] = "vietnamien", ["sw"] = "swahili",
    };

    static NarrativeTable Counted(Narrative n, Lang l, TableKey key, Dictionary<string, Tally> tallies, string title, string what, Func<string, Cell> first, string? note = null, string? except = null)
    {
        var items = tallies.Where(t => !string.Equals(t.Key, except, StringComparison.Ordinal)).OrderByDescending(t => t.Value.Posts).ThenByDescending(t => t.Value.Accounts).ThenBy(t => t.Key, StringComparer.Ordinal).ToList();
        return new()
        {
            Key = key, Title = title, Note = note, Count = items.Count,
            Columns = [new(what), new(l.Say("Publications", "Posts"), true), new(l.Say("Part des publications", "Share of posts"), true), new(l.Say("Comptes", "Accounts"), true)],
            Rows = NarrativeTable.Of(items, t => [first(t.Key), l.Figure(t.Value.Posts), l.Share((double)t.Value.Posts / n.Posts), l.Figure(t.Value.Accounts)]),
        };
    }

    static string Short(string text)
    {
        const int Most = 90;
        var shown = text.StartsWith("https://", StringComparison.Ordinal) ? text["https://".Length..] : text;
        return shown.Length <= Most ? shown : shown[..(Most - 1)] + "…";
    }
}
