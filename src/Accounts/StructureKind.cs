namespace Beffroi.Accounts;

/// <summary>Whether a structure receives people or heads other structures.</summary>
public enum StructureKind
{
    Locale,
    Administrative,
}

/// <summary>The trade of a structure that receives people.</summary>
public enum LocalType
{
    Afpa,
    CapEmploi,
    Cfa,
    Cio,
    Collectivite,
    Cria,
    EcoleDeLaDeuxiemeChance,
    Entreprise,
    Epide,
    FranceTravail,
    Greta,
    MissionLocale,
    OrganismeDeFormation,
    Penitentiaire,
    Pjj,
    Siae,
    Sma,
    Smv,
    Autre,
}

public static class StructureLabels
{
    public static string Label(this StructureKind kind) => kind switch
    {
        StructureKind.Locale => "Locale : elle accueille du public",
        StructureKind.Administrative => "Administrative : elle regroupe d’autres structures",
    };

    public static string Label(this LocalType type) => type switch
    {
        LocalType.Afpa => "Afpa",
        LocalType.CapEmploi => "Cap emploi",
        LocalType.Cfa => "CFA (centre de formation d’apprentis)",
        LocalType.Cio => "CIO (centre d’information et d’orientation)",
        LocalType.Collectivite => "Collectivité : service d’insertion",
        LocalType.Cria => "CRIA ou CRI (centre ressources illettrisme)",
        LocalType.EcoleDeLaDeuxiemeChance => "École de la deuxième chance (E2C)",
        LocalType.Entreprise => "Entreprise",
        LocalType.Epide => "Épide",
        LocalType.FranceTravail => "France Travail",
        LocalType.Greta => "Greta",
        LocalType.MissionLocale => "Mission locale",
        LocalType.OrganismeDeFormation => "Organisme de formation",
        LocalType.Penitentiaire => "Administration pénitentiaire",
        LocalType.Pjj => "PJJ (protection judiciaire de la jeunesse)",
        LocalType.Siae => "SIAE (insertion par l’activité économique)",
        LocalType.Sma => "SMA (service militaire adapté)",
        LocalType.Smv => "SMV (service militaire volontaire)",
        LocalType.Autre => "Autre",
    };
}
