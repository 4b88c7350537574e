using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Beffroi.Kit;

namespace Beffroi.Eva.Norming;

/// <summary>Whom a norm is made of. Nothing chosen is everybody who finished and made an effort, people alone apart.</summary>
public sealed record NormFilter
{
    static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    /// <summary>Days of the end of the evaluation, both included.</summary>
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>In words, as the structures module says them.</summary>
    public string? StructureType { get; init; }
    public string? Region { get; init; }
    public int? AgeFrom { get; init; }
    public int? AgeTo { get; init; }
    public string? Gender { get; init; }

    /// <summary><c>oui</c> for people whose first language is French, <c>non</c> for the others.</summary>
    public string? FrenchFirst { get; init; }
    public string? Schooling { get; init; }

    /// <summary><c>clavier</c>, <c>souris</c> or <c>tactile</c>: that of most answers.</summary>
    public string? InputMode { get; init; }
    public Parcours? Parcours { get; init; }

    /// <summary>People who played alone belong to no structure, and nobody was beside them.</summary>
    public bool WithAlone { get; init; }

    public bool ChoosesPlaces => StructureType is not null || Region is not null;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static NormFilter FromJson(string json) => JsonSerializer.Deserialize<NormFilter>(json, Json) ?? throw new JsonException("A kept filter is an object.");

    public static NormFilter Read(NormFilterForm form, Errors errors)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(errors);
        var filter = new NormFilter
        {
            From = Day(form.Du, nameof(form.Du), errors),
            To = Day(form.Au, nameof(form.Au), errors),
            StructureType = Some(form.Type),
            Region = Some(form.Region),
            AgeFrom = Age(form.AgeDe, nameof(form.AgeDe), errors),
            AgeTo = Age(form.AgeA, nameof(form.AgeA), errors),
            Gender = Some(form.Genre),
            FrenchFirst = Some(form.Langue),
            Schooling = Some(form.Ecole),
            InputMode = Some(form.Moyen),
            Parcours = ParcoursPlan.Read(Some(form.Parcours)),
            WithAlone = string.Equals(form.Seuls, "true", StringComparison.Ordinal),
        };
        if (filter is { From: { } from, To: { } to } && to < from)
        {
            errors.Add(nameof(form.Au), "La fin vient après le début");
        }

        if (filter is { AgeFrom: { } low, AgeTo: { } high } && high < low)
        {
            errors.Add(nameof(form.AgeA), "Le plus grand âge est au moins le plus petit");
        }

        return filter;
    }

    /// <summary>In words, for whoever reads the norm.</summary>
    public IReadOnlyList<(string Name, string Value)> Words() =>
    [
        .. new (string Name, string? Value)[]
        {
            ("Fin de l’évaluation", (From, To) switch
            {
                (null, null) => null,
                ({ } from, null) => $"depuis le {French.Day(from)}",
                (null, { } to) => $"jusqu’au {French.Day(to)}",
                ({ } from, { } to) => $"du {French.Day(from)} au {French.Day(to)}",
            }),
            ("Type de structure", StructureType),
            ("Région", Region),
            ("Âge", (AgeFrom, AgeTo) switch { (null, null) => null, ({ } a, null) => $"{a} ans et plus", (null, { } b) => $"{b} ans au plus", ({ } a, { } b) => $"de {a} à {b} ans" }),
            ("Genre", Word(CohortWords.Genders, Gender)),
            ("Première langue", Word(CohortWords.Languages, FrenchFirst)),
            ("École", Word(CohortWords.Schools, Schooling)),
            ("Appareil pour répondre", Word(CohortWords.Modes, InputMode)),
            ("Parcours", Parcours?.Label()),
            ("Personnes qui ont joué seules", WithAlone ? "comprises" : null),
        }.Where(w => w.Value is not null).Select(w => (w.Name, w.Value!)),
    ];

    static string? Word(IReadOnlyList<(string Value, string Label)> words, string? value) => value is null ? null : words.Where(w => string.Equals(w.Value, value, StringComparison.Ordinal)).Select(w => w.Label).FirstOrDefault(value);

    static string? Some(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    static DateOnly? Day(string? typed, string field, Errors errors)
    {
        if (Some(typed) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        errors.Add(field, "Écrivez une date, par exemple 2026-11-23");
        return null;
    }

    static int? Age(string? typed, string field, Errors errors)
    {
        if (Some(typed) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is >= 14 and <= 100)
        {
            return age;
        }

        errors.Add(field, "Écrivez un âge de 14 à 100 ans");
        return null;
    }
}

/// <summary>The filter as its form sends it.</summary>
public sealed record NormFilterForm
{
    public string? Echelle { get; init; }
    public string? Du { get; init; }
    public string? Au { get; init; }
    public string? Type { get; init; }
    public string? Region { get; init; }
    public string? AgeDe { get; init; }
    public string? AgeA { get; init; }
    public string? Genre { get; init; }
    public string? Langue { get; init; }
    public string? Ecole { get; init; }
    public string? Moyen { get; init; }
    public string? Parcours { get; init; }
    public string? Seuls { get; init; }

    /// <summary>For the address of the same cohort.</summary>
    public string Query() => string.Join('&', new (string Name, string? Value)[]
    {
        ("echelle", Echelle), ("du", Du), ("au", Au), ("type", Type), ("region", Region), ("ageDe", AgeDe), ("ageA", AgeA),
        ("genre", Genre), ("langue", Langue), ("ecole", Ecole), ("moyen", Moyen), ("parcours", Parcours), ("seuls", Seuls),
    }.Where(f => !string.IsNullOrWhiteSpace(f.Value)).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value!)}"));
}
