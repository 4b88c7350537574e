using Beffroi.Eva.FollowUp;
using Beffroi.Kit;

namespace Beffroi.Eva;

/// <summary>What the rounds of this module would take tonight, by their own rules.</summary>
public sealed class EvaRetention(Anonymising anonymising, Forgetting forgetting, RetentionSettings settings) : IRetention
{
    public string Service => "Eva";

    public async Task<IReadOnlyList<DueToGo>> Due(CancellationToken ct)
    {
        var (plays, codes, tries) = await forgetting.CountDue(ct);
        return
        [
            new("Personnes à rendre anonymes", $"{French.Number(settings.KeptMonths)} mois, ou moins si leur structure l’a choisi", await anonymising.CountDue(ct)),
            new("Évaluations faites seul, sans suite", "Le temps dit à la personne quand elle commence", plays),
            new("Codes de remise", "Jusqu’à leur fin", codes),
            new("Essais de codes faux", "Le temps de les compter", tries),
        ];
    }
}
