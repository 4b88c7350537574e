using Beffroi.Incubator.Accessibility;
using Beffroi.Kit;

namespace Beffroi.Incubator.Compliance;

/// <summary>The declaration of accessibility has all its parts, and says what the audits say (C9).</summary>
sealed class DeclarationCheck(IncubatorDb db, TimeProvider clock) : ICheck
{
    const string Address = "/accessibilite";

    /// <summary>Parts of the model of the decree 2019-768, by the words of our own page.</summary>
    static readonly string[] Parts = ["État de conformité", "Résultats", "Contenus non accessibles", "Établissement de cette déclaration", "Technologies", "Outils", "Retour et contact", "Voies de recours", "Défenseur des droits"];

    public IReadOnlyList<int> Criteria => [9];

    public async Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct)
    {
        var page = await visit.Ask(Address, ct);
        var text = Markup.Text(page.Inside("main"));
        var missing = Parts.Where(part => !text.Contains(part, StringComparison.Ordinal)).ToList();
        var declaration = await Declaration.Read(db, clock.Today(), ct);
        var told = Markup.Text($"Ce site est {declaration.Status.In(Lang.French)}");
        var says = text.Contains(told, StringComparison.Ordinal);
        return
        [
            new(9, null, page.IsThere && missing.Count == 0 ? Verdict.Met : Verdict.NotMet, missing.Count == 0 ? $"{page.Said}, toutes les parties" : $"{page.Said} ; il manque : {string.Join(", ", missing)}"),
            new(9, null, says ? Verdict.Met : Verdict.NotMet, says ? $"l’état affiché est celui des audits : {declaration.Status.In(Lang.French)}" : $"la page ne dit pas l’état des audits, {declaration.Status.In(Lang.French)}"),
        ];
    }
}
