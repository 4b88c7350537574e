using Beffroi.Kit;

namespace Beffroi.Accounts.Support;

/// <summary>How long people wait for an answer, told to everybody.</summary>
sealed class SupportFigures(AccountsDb db, TimeProvider clock) : IPublicFigures
{
    public string Subject => "Réponses aux demandes, sur 12 mois";

    public int Order => 85;

    public async Task<IReadOnlyList<PublicFigure>> Read(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var waits = await db.WaitsSince(now.AddMonths(-Waits.Months), ct);
        var all = Waited.Of(waits);
        var recent = Waited.Of([.. waits.Where(w => w.ReceivedAt >= now.AddMonths(-1))]);
        return
        [
            new PublicFigure { Name = "demandes_recues", Label = "Demandes reçues", Unit = "demandes" }.Counting(all.Received),
            new PublicFigure { Name = "demandes_part_repondue", Label = "Part des demandes qui ont une réponse", Unit = "part" }.Sharing(all.Answer.Count, all.Received),
            Hours("demandes_heures_reponse", "Première réponse, médiane en heures", all.Answer.Count, all.Answer.Median),
            Hours("demandes_heures_reponse_neuf_sur_dix", "Première réponse : 9 sur 10 en moins de, en heures", all.Answer.Count, all.Answer.High),
            Hours("demandes_heures_fin", "Fin de la demande, médiane en heures", all.Close.Count, all.Close.Median),
            Hours("demandes_heures_fin_neuf_sur_dix", "Fin de la demande : 9 sur 10 en moins de, en heures", all.Close.Count, all.Close.High),
            Hours("demandes_heures_reponse_1_mois", "Première réponse depuis un mois, médiane en heures", recent.Answer.Count, recent.Answer.Median),
            Hours("demandes_heures_reponse_1_mois_neuf_sur_dix", "Première réponse depuis un mois : 9 sur 10 en moins de, en heures", recent.Answer.Count, recent.Answer.High),
            .. SiteParts.All.SelectMany(part => OfPart(part, Waited.Of([.. waits.Where(w => w.Part == part)]))),
        ];
    }

    static IEnumerable<PublicFigure> OfPart(SitePart part, Waited waited) =>
    [
        Hours($"demandes_{part.Word()}_heures_reponse", $"{part.Label()} : première réponse, médiane en heures", waited.Answer.Count, waited.Answer.Median),
        Hours($"demandes_{part.Word()}_heures_reponse_neuf_sur_dix", $"{part.Label()} : première réponse, 9 sur 10 en moins de, en heures", waited.Answer.Count, waited.Answer.High),
    ];

    static PublicFigure Hours(string name, string label, int n, double? hours) => new PublicFigure { Name = name, Label = label, Unit = "heures" }.Measuring(n, hours ?? 0);
}
