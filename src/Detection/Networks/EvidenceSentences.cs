using System.Globalization;

namespace Beffroi.Detection;

/// <summary>Evidence as a person reads it. Says what was seen, how it compares with chance, and that it proves nothing by itself.</summary>
static class EvidenceSentences
{
    static readonly CultureInfo French = Grouped(",", "\u202f");
    static readonly CultureInfo English = Grouped(".", ",");

    public static IReadOnlyList<string> Of(ClusterEvidence e, bool french)
    {
        var c = french ? French : English;
        var (cluster, first) = (e.Cluster, e.Members.Count(m => m.Role == ClusterRole.FirstMover));
        var (amplifiers, bridges) = (e.Members.Count(m => m.Role == ClusterRole.Amplifier), e.Members.Count(m => m.Role == ClusterRole.Bridge));
        var sentences = new List<string>
        {
            french
                ? string.Create(c, $"{cluster.Members.Count:N0} comptes ont partagé ensemble {e.Objects:N0} objets, à {e.Window:N0} secondes d’écart au plus.")
                : string.Create(c, $"{cluster.Members.Count:N0} accounts shared {e.Objects:N0} objects together, at most {e.Window:N0} seconds apart."),
            french
                ? string.Create(c, $"{100 * cluster.Density:N0} % des liens possibles entre eux sont présents ; l’écart moyen entre deux partages est de {cluster.MeanDelay:N0} secondes.")
                : string.Create(c, $"{100 * cluster.Density:N0}% of the ties possible among them are there; two shares are {cluster.MeanDelay:N0} seconds apart on average."),
            french
                ? string.Create(c, $"{100 * e.Synchrony:N0} % de leurs partages tombent dans une minute où un autre membre partage aussi ; le hasard en donnerait {100 * e.SynchronyByChance:N0} %.")
                : string.Create(c, $"{100 * e.Synchrony:N0}% of their shares fall in a minute in which another member shares too; chance would give {100 * e.SynchronyByChance:N0}%."),
        };
        if (e.Top.Count > 0)
        {
            var most = e.Top[0];
            var when = DateTimeOffset.FromUnixTimeSeconds(most.Shares[0].Timestamp).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            sentences.Add(french
                ? string.Create(c, $"L’objet le plus partagé l’a été par {most.Members:N0} membres, à partir du {when} (UTC).")
                : string.Create(c, $"The most shared object was shared by {most.Members:N0} members, from {when} (UTC)."));
        }

        if (first + amplifiers + bridges > 0)
        {
            sentences.Add(french
                ? string.Create(c, $"Rôles : {first:N0} publient le plus souvent en premier, {amplifiers:N0} relaient le plus souvent, {bridges:N0} relient à un autre groupe.")
                : string.Create(c, $"Roles: {first:N0} mostly post first, {amplifiers:N0} mostly relay, {bridges:N0} link to another group."));
        }

        sentences.Add(french
            ? "C’est une raison de regarder, jamais une preuve : des militants, des rédactions ou des supporters se coordonnent aussi."
            : "This is a reason to look, never a proof: activists, newsrooms and supporters coordinate too.");
        return sentences;
    }

    static CultureInfo Grouped(string point, string groups)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator) = (point, groups);
        return CultureInfo.ReadOnly(culture);
    }
}
