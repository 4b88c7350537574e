namespace Beffroi.Kit;

/// <summary>What one module keeps of people: its part of the register of treatments (GDPR, article 30). Each module has one; a test reads every column of its database against it.</summary>
public interface IRegister
{
    /// <summary>The module's own context.</summary>
    Type Database { get; }

    IReadOnlyList<Treatment> Treatments { get; }

    /// <summary>The impact assessment without whose record what needs it is off; null where nothing does.</summary>
    AssessmentTemplate? Assessment => null;
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

    /// <summary>Off until the controller has recorded the assessment of its module (GDPR, article 35).</summary>
    public bool NeedsAssessment { get; init; }

    /// <summary>The audit that each module keeps of its own writes.</summary>
    public static Treatment Journal { get; } = new()
    {
        Key = JournalKey, Name = "Le journal des actions",
        Purpose = "Retrouver qui a changé quoi, et quand ; repérer un abus.", Basis = "Mission d’intérêt public et sécurité (RGPD, articles 6, 1, e et 32)",
        People = "Toute personne qui écrit dans le service", Data = "Numéro du compte, acte, noms des champs changés ; jamais leurs valeurs.",
        Recipients = "Les administrateurs du service",
        Retention = "1 an. Effacement automatique, chaque nuit.",
        Tables = [new() { Name = nameof(AuditRow), Personal = "Id Act At Change Fields Subject Who", Kept = "Subject Who", Because = "La sécurité du service demande un an de journal. Le numéro du compte n’y désigne plus personne." }],
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

    /// <summary>Columns that hold the number of an account; once it is closed, the rows where it is go.</summary>
    public string Erased { get; init; } = "";

    /// <summary>The same; once the account is closed, a number that is nobody's takes its place: acts of one hand stay of one hand.</summary>
    public string Unlinked { get; init; } = "";

    /// <summary>The same; once the account is closed, nothing takes its place.</summary>
    public string Emptied { get; init; } = "";

    /// <summary>Words of a row in which the account is unlinked or emptied, that go with it.</summary>
    public string Blanked { get; init; } = "";

    /// <summary>The same; it stays when the account is closed, for the reason below.</summary>
    public string Kept { get; init; } = "";

    /// <summary>Why, in plain French, whole sentences; null where nothing is kept.</summary>
    public string? Because { get; init; }

    /// <summary>Columns that hold the number of an account, whatever becomes of them.</summary>
    public IReadOnlyList<string> AccountColumns => [.. Split(Erased), .. Split(Unlinked), .. Split(Emptied), .. Split(Kept)];

    public IReadOnlyList<string> ErasedColumns => Split(Erased);
    public IReadOnlyList<string> UnlinkedColumns => Split(Unlinked);
    public IReadOnlyList<string> EmptiedColumns => Split(Emptied);
    public IReadOnlyList<string> BlankedColumns => Split(Blanked);
    public IReadOnlyList<string> KeptColumns => Split(Kept);

    public IReadOnlyList<string> PersonalColumns => Split(Personal);

    public IReadOnlyList<string> Columns => [.. Split(Personal), .. Split(Secret), .. Split(Plain)];

    static string[] Split(string names) => names.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
