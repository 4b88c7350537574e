using Beffroi.Kit;

namespace Beffroi.Incubator.Securing;

public static class AlarmWords
{
    /// <summary>Ours: time to hold a workshop and decide again.</summary>
    public const int DaysBefore = 60;

    /// <summary>Of the ceiling.</summary>
    public const int NearPercent = 80;

    public static string Label(this HomologationKind kind) => kind switch
    {
        HomologationKind.Trial => "ADT (autorisation de test)",
        HomologationKind.Provisional => "APE (autorisation provisoire d’emploi)",
        HomologationKind.Firm => "Homologation ferme",
    };

    public static string Detail(this HomologationKind kind) => kind switch
    {
        HomologationKind.Trial => "Avec des volontaires, de 1 à 3 mois",
        HomologationKind.Provisional => "12 mois au plus, avec un plafond d’usage",
        HomologationKind.Firm => "3 ans au plus",
    };

    public static string Title(this AlarmKind kind) => kind switch
    {
        AlarmKind.Near => "Le plafond approche",
        AlarmKind.Reached => "Le plafond est atteint",
        AlarmKind.EndsSoon => "L’homologation prend bientôt fin",
        AlarmKind.Over => "L’homologation prend fin",
    };

    public static string Said(this AlarmKind kind, Homologation homologation, int? reading) => kind switch
    {
        AlarmKind.Near or AlarmKind.Reached => $"{French.Number(reading ?? 0)} sur {French.Number(homologation.Ceiling ?? 0)}.",
        AlarmKind.EndsSoon or AlarmKind.Over => $"Dernier jour\u00A0: le {French.Day(homologation.Until)}.",
    };
}
