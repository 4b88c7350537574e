namespace Beffroi.Eva;

/// <summary>Every situation there is, by name.</summary>
public static class SituationCatalog
{
    public static IReadOnlyList<SituationRules> All { get; } =
    [
        new LivraisonRules(),
        new MaintenanceRules(),
        new InventaireRules(),
        new TriRules(),
        new SecuriteRules(),
        new ObjetsTrouvesRules(),
        new PlanRules(),
        new ControleRules(),
        new CafeRules(),
        new MarcheRules(),
    ];

    public static SituationRules? Find(string name) => All.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.Ordinal));

    /// <exception cref="InvalidOperationException">A campaign names a situation that this version does not have.</exception>
    public static SituationRules Get(string name) => Find(name) ?? throw new InvalidOperationException($"There is no situation {name} in this version.");
}
