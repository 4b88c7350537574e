using Beffroi.Chat.Cases;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Figures;

/// <summary>
/// The metrics of the convention (article 1, 2020) for everybody on /stats: counts and medians over all cases, however marked, masked below the site's threshold.
/// No title, date, organisation nor case ever leaves this.
/// </summary>
public sealed class ChatFigures(ChatDb db, CaseShelf shelf, KeptFigures kept) : IPublicFigures
{
    public string Subject => "Manipulations de l’information traitées ensemble";

    public int Order => 25;

    public async Task<IReadOnlyList<PublicFigure>> Read(CancellationToken ct)
    {
        // A log only grows: as many cases with as many lines are the same.
        var counted = await db.Cases.GroupBy(_ => 1).Select(g => new CountedLines(g.Count(), g.Sum(c => (long)c.Lines))).SingleOrDefaultAsync(ct) ?? new(0, 0);
        if (kept.Last is { } last && last.Of == counted)
        {
            return Of(last.Figures);
        }

        // Who wrote what counts as much as what is counted (CaseLeading): no part of a log is enough.
        var logs = new List<CaseLog>();
        foreach (var id in await db.Cases.Select(c => c.Id).ToListAsync(ct))
        {
            if (await shelf.Load(id, ct) is { } log)
            {
                logs.Add(log);
            }
        }

        var figures = Manipulations.Of(logs);
        kept.Last = new(counted, figures);
        return Of(figures);
    }

    public static IReadOnlyList<PublicFigure> Of(Manipulations m) =>
    [
        new PublicFigure { Name = "manipulations_detectees", Label = "Manipulations détectées", Unit = "manipulations" }.Counting(m.Detected),
        new PublicFigure { Name = "manipulations_qualifiees", Label = "Manipulations qualifiées sur les cinq critères de la convention", Unit = "manipulations" }.Counting(m.Qualified),
        new PublicFigure { Name = "manipulations_traitees", Label = "Manipulations qualifiées auxquelles une réaction a été décidée, ne rien faire compris", Unit = "manipulations" }.Counting(m.Reacted),
        new PublicFigure { Name = "heures_avant_qualification", Label = "De la détection à la qualification, médiane en heures", Unit = "heures" }.Halving(m.Qualified, m.MedianToQualify?.TotalHours ?? 0),
        new PublicFigure { Name = "heures_avant_reaction", Label = "De la qualification à la réaction, médiane en heures", Unit = "heures" }.Halving(m.ReactedAfter, m.MedianToReact?.TotalHours ?? 0),
        .. Enum.GetValues<Sector>().Select(s => new PublicFigure { Name = "reutilisations_" + Named(s), Label = "Réutilisations, " + Said(s), Unit = "réutilisations" }.Counting(m.Reuses[s])),
        new PublicFigure { Name = "plateformes_dossiers", Label = "Dossiers envoyés aux plateformes", Unit = "dossiers" }.Counting(m.DossiersSent),
        new PublicFigure { Name = "plateformes_part_repondue", Label = "Part de ces dossiers qui ont reçu une réponse", Unit = "part" }.Sharing(m.DossiersAnswered, m.DossiersSent),
        new PublicFigure { Name = "plateformes_heures_avant_reponse", Label = "Première réponse des plateformes, médiane en heures", Unit = "heures" }.Halving(m.DossiersAnswered, m.MedianPlatformAnswer?.TotalHours ?? 0),
    ];

    static string Named(Sector sector) => sector switch
    {
        Sector.State => "etat",
        Sector.ForeignCounterpart => "homologues",
        Sector.CivilSociety => "societe_civile",
        Sector.Research => "recherche",
    };

    static string Said(Sector sector) => sector switch
    {
        Sector.State => "État",
        Sector.ForeignCounterpart => "homologues étrangers",
        Sector.CivilSociety => "société civile",
        Sector.Research => "recherche",
    };
}
