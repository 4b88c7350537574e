using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Bank;

/// <summary>What technical names are called on a page.</summary>
public static class BankWords
{
    public static string Of(ItemKind kind) => kind switch
    {
        ItemKind.Choice => "Choix",
        ItemKind.Number => "Nombre à écrire",
        ItemKind.Writing => "Rédaction",
        ItemKind.Text => "Mot à écrire",
        ItemKind.Order => "Étiquettes à mettre en ordre",
        ItemKind.Sort => "Étiquettes à ranger",
        ItemKind.Zone => "Endroits à montrer",
        ItemKind.Words => "Mots à montrer",
    };

    public static string Of(BankUse use) => use switch
    {
        BankUse.Question => "Question",
        BankUse.Training => "Essai",
        BankUse.Writing => "Rédaction",
    };

    public static string Skill(string? skill) => skill switch
    {
        null => "Aucune",
        "ccf" => "Connaissance et compréhension du français",
        "syntaxe-orthographe" => "Syntaxe et orthographe",
        "numeratie" => "Numératie",
        "memorisation" => "Mémorisation",
        "lecture" => "Lecture",
        "comprehension" => "Compréhension",
        "production" => "Production écrite",
        "nombres" => "Nombres",
        "calcul" => "Calcul",
        "problemes" => "Problèmes",
        "temps-mesures" => "Temps et mesures",
        "espace" => "Espace",
        "donnees" => "Données",
        _ => skill,
    };

    public static string Scale(BankScale scale) => scale switch { BankScale.Literacy => "littératie", BankScale.Numeracy => "numératie" };
}
