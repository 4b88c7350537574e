using System.Text.Json.Serialization;

namespace Beffroi.Eva.Orientation;

/// <summary>What the adviser notes with the person for the choice of a trade: what she says suits her or not. Never drawn from what she said of her health.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LifeConstraint>))]
public enum LifeConstraint
{
    [JsonStringEnumMemberName("sans_permis")] SansPermis,
    [JsonStringEnumMemberName("trajets_courts")] TrajetsCourts,
    [JsonStringEnumMemberName("sans_nuit")] SansNuit,
    [JsonStringEnumMemberName("horaires_de_garde")] HorairesDeGarde,
    [JsonStringEnumMemberName("sans_charges")] SansCharges,
    [JsonStringEnumMemberName("assis")] Assis,
    [JsonStringEnumMemberName("a_l_abri")] ALAbri,
    [JsonStringEnumMemberName("au_sol")] AuSol,
    [JsonStringEnumMemberName("sans_public")] SansPublic,
    [JsonStringEnumMemberName("sans_ecran")] SansEcran,
}

public static class LifeConstraintWords
{
    /// <summary>As a choice of the form.</summary>
    public static string Label(this LifeConstraint life) => life switch
    {
        LifeConstraint.SansPermis => "La personne n’a pas le permis B",
        LifeConstraint.TrajetsCourts => "Elle préfère un lieu de travail fixe, près de chez elle",
        LifeConstraint.SansNuit => "Elle ne souhaite pas travailler la nuit",
        LifeConstraint.HorairesDeGarde => "Elle a besoin d’horaires de journée en semaine (garde d’enfants, par exemple)",
        LifeConstraint.SansCharges => "Le port de charges est à éviter",
        LifeConstraint.Assis => "Rester debout longtemps est à éviter",
        LifeConstraint.ALAbri => "Elle préfère travailler à l’intérieur",
        LifeConstraint.AuSol => "Le travail en hauteur est à éviter",
        LifeConstraint.SansPublic => "Elle préfère un travail sans contact avec le public",
        LifeConstraint.SansEcran => "Elle préfère un travail sans écran",
    };

    /// <summary>What of a trade goes against it.</summary>
    public static IReadOnlyList<TradeConstraint> Against(this LifeConstraint life) => life switch
    {
        LifeConstraint.SansPermis => [TradeConstraint.PermisB],
        LifeConstraint.TrajetsCourts => [TradeConstraint.Deplacements],
        LifeConstraint.SansNuit => [TradeConstraint.Nuit],
        LifeConstraint.HorairesDeGarde => [TradeConstraint.HorairesDecales, TradeConstraint.WeekEnd, TradeConstraint.Nuit],
        LifeConstraint.SansCharges => [TradeConstraint.PortDeCharges],
        LifeConstraint.Assis => [TradeConstraint.StationDebout],
        LifeConstraint.ALAbri => [TradeConstraint.Exterieur],
        LifeConstraint.AuSol => [TradeConstraint.TravailEnHauteur],
        LifeConstraint.SansPublic => [TradeConstraint.ContactPublic],
        LifeConstraint.SansEcran => [TradeConstraint.Ecran],
    };

    /// <summary>As a reason against a trade.</summary>
    public static string Sentence(this TradeConstraint constraint) => constraint switch
    {
        TradeConstraint.Nuit => "le travail de nuit revient souvent",
        TradeConstraint.HorairesDecales => "les horaires sont souvent décalés",
        TradeConstraint.WeekEnd => "le travail du week-end revient souvent",
        TradeConstraint.PortDeCharges => "on porte des charges",
        TradeConstraint.StationDebout => "on reste debout longtemps",
        TradeConstraint.Exterieur => "on travaille dehors",
        TradeConstraint.Deplacements => "on se déplace d’un lieu à l’autre",
        TradeConstraint.PermisB => "conduire fait partie du travail (permis B)",
        TradeConstraint.TravailEnHauteur => "on travaille en hauteur",
        TradeConstraint.ContactPublic => "on est en contact avec le public",
        TradeConstraint.Ecran => "on travaille sur écran",
    };
}
