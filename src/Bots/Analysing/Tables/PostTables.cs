using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Bots.Analysing;

/// <summary>Tables of posts and of texts.</summary>
static class PostTables
{
    public static NarrativeTable Top(Narrative n, Lang l) => new()
    {
        Key = TableKey.Top, Title = l.Say("Publications à lire d’abord", "Posts to read first"), Count = n.Top.Count,
        Note = l.Say("Les premières, puis les plus reprises, aimées, citées, commentées : au compte du réseau quand il le donne, sinon à ce qui a été collecté.", "The first ones, then the most reposted, liked, quoted, answered: as the network counts where it does, otherwise by what was collected."),
        Columns = [new(l.Say("Pourquoi", "Why")), new(l.Say("Compte du réseau", "Network count"), true), new(l.Say("Collecté", "Collected"), true), new(l.Say("Compte", "Account")), new(l.Say("Parue le", "Published on")), new(l.Say("Texte", "Text")), new(l.Say("À la source", "At the source"))],
        Rows = NarrativeTable.Of(n.Top, t =>
        [
            new(Why(t.Kind, l)) { Raw = t.Kind.ToString() },
            t.Kind is TopKind.First ? new("") { IsFigure = true } : l.Figure(t.Given),
            t.Kind is TopKind.First or TopKind.Liked ? new("") { IsFigure = true } : l.Figure(t.Seen),
            new(t.Post.Handle is { } handle ? "@" + handle : t.Post.AccountId.ToString()) { Href = Addresses.Account(l, t.Post.AccountId), Raw = t.Post.Handle ?? t.Post.AccountId.ToString() },
            l.Instant(t.Post.At),
            new(Cut(t.Post.Text ?? l.Say("(sans texte)", "(no text)"))) { Raw = t.Post.Text ?? "" },
            SourceAddress.OfPost(t.Post.Network, t.Post.NativeId, t.Post.Handle) is { } address ? new(l.Say("Lire", "Read")) { Href = address, IsOutside = true, Raw = address, Label = l.Say("Lire à la source (autre site)", "Read at the source (another site)") } : new(t.Post.NativeId),
        ]),
    };

    public static NarrativeTable Identical(Narrative n, Lang l) => new()
    {
        Key = TableKey.Identical, Title = l.Say("Textes identiques", "Identical texts"), Count = n.Identical.Count,
        Note = l.Say("Le même texte, mot pour mot, par au moins deux comptes, reposts exclus. Un slogan, un titre d’article ou un bouton de partage en font aussi.", "The same text, word for word, by at least two accounts, reposts left out. A slogan, a headline or a share button also make some.")
            + (n.IdenticalCount > n.Identical.Count ? l.Say($" Les {l.Number(n.Identical.Count)} plus partagés sur {l.Number(n.IdenticalCount)}.", $" The {l.Number(n.Identical.Count)} most shared of {l.Number(n.IdenticalCount)}.") : ""),
        Columns = [new(l.Say("Texte", "Text")), new(l.Say("Comptes", "Accounts"), true), new(l.Say("Publications", "Posts"), true), new(l.Say("La première", "The first")), new(l.Say("La dernière", "The last"))],
        Rows = NarrativeTable.Of(n.Identical, t => [new(Cut(t.Text)) { Raw = t.Text }, l.Figure(t.Accounts), l.Figure(t.Posts), l.Instant(t.First), l.Instant(t.Last)]),
    };

    public static NarrativeTable Near(Narrative n, Lang l) => new()
    {
        Key = TableKey.Near, Title = l.Say("Textes presque identiques", "Near copies"), Count = n.Near.Count,
        Note = l.Say("Textes dont au moins 70 % des suites de cinq signes sont communes, liens et noms de comptes retirés.", "Texts that have at least 70% of their runs of five characters in common, links and account names taken out.")
            + (n.NearScope.Compared < n.NearScope.All ? l.Say($" Comparés : {l.Number(n.NearScope.Compared)} textes sur {l.Number(n.NearScope.All)}, les plus partagés puis les premiers.", $" Compared: {l.Number(n.NearScope.Compared)} texts of {l.Number(n.NearScope.All)}, the most shared, then the first.") : ""),
        Columns = [new(l.Say("Le premier de ces textes", "The first of these texts")), new(l.Say("Variantes", "Variants"), true), new(l.Say("Comptes", "Accounts"), true), new(l.Say("Publications", "Posts"), true)],
        Rows = NarrativeTable.Of(n.Near, t => [new(Cut(t.Text)) { Raw = t.Text }, l.Figure(t.Variants), l.Figure(t.Accounts), l.Figure(t.Posts)]),
    };

    public static string Why(TopKind kind, Lang l) => kind switch
    {
        TopKind.First => l.Say("parmi les premières", "among the first"),
        TopKind.Reposted => l.Say("reprise", "reposted"),
        TopKind.Liked => l.Say("aimée", "liked"),
        TopKind.Quoted => l.Say("citée", "quoted"),
        TopKind.Replied => l.Say("commentée", "answered"),
    };

    static string Cut(string text)
    {
        const int Most = 280;
        var info = new StringInfo(text);
        return info.LengthInTextElements <= Most ? text : info.SubstringByTextElements(0, Most - 1) + "…";
    }
}
