namespace Beffroi.Kit;

/// <summary>What one module keeps of people: its part of the register of treatments (GDPR, article 30). Each module has one; a test reads every column of its database against it.</summary>
public interface IRegister
{
    /// <summary>The module's own context.</summary>
    Type Database { get; }

    IReadOnlyList<Treatment> Treatments { get; }
}

/// <summary>A treatment of personal data, in plain French.</summary>
public sealed record Treatment
{
    const string JournalKey = "journal";

    /// <summary>A word of addresses.</summary>
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required string Purpose { get; init; }

    /// <summary>Legal basis.</summary>
    public required string Basis { get; init; }

    /// <summary>Whose data.</summary>
    public required string People { get; init; }
    public required string Data { get; init; }
    public required string Recipients { get; init; }
    public required string Retention { get; init; }
    public required IReadOnlyList<TreatedTable> Tables { get; init; }

    /// <summary>The audit that each module keeps of its own writes.</summary>
    public static Treatment Journal { get; } = new()
    {
        Key = JournalKey, Name = "Le journal des actions",
        Purpose = "Retrouver qui a changé quoi, et quand ; repérer un abus.", Basis = "Mission d’intérêt public et sécurité (RGPD, articles 6, 1, e et 32)",
        People = "Toute personne qui écrit dans le service", Data = "Numéro du compte, acte, noms des champs changés ; jamais leurs valeurs.",
        Recipients = "Les administrateurs du service",
        Retention = "1 an. Effacement automatique, chaque nuit.",
        Tables = [new() { Name = nameof(AuditRow), Personal = "Id Act At Change Fields Subject Who" }],
    };
}

/// <summary>A table of a treatment: each of its columns is in one of three lists, by name, apart by spaces.</summary>
public sealed record TreatedTable
{
    /// <summary>Of the class whose rows they are.</summary>
    public required string Name { get; init; }

    /// <summary>Columns that tell of a person.</summary>
    public string Personal { get; init; } = "";

    /// <summary>Columns of a person that are given to nobody, herself neither: keys and their prints.</summary>
    public string Secret { get; init; } = "";

    /// <summary>Columns that tell of nobody.</summary>
    public string Plain { get; init; } = "";

    /// <summary>The column that holds the number of the account whose row it is; null: rows are not an account's own.</summary>
    public string? Holder { get; init; }

    public IReadOnlyList<string> PersonalColumns => Split(Personal);

    public IReadOnlyList<string> Columns => [.. Split(Personal), .. Split(Secret), .. Split(Plain)];

    static string[] Split(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
