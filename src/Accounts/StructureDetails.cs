using Beffroi.Kit;

namespace Beffroi.Accounts;

/// <summary>What is said of a structure, once read and found right.</summary>
public sealed record StructureDetails
{
    public const int NameMaxLength = 200;

    StructureDetails()
    {
    }

    public required string Name { get; init; }
    public required StructureKind Kind { get; init; }

    /// <summary>Of local structures only.</summary>
    public required LocalType? Type { get; init; }

    public required PostCode PostCode { get; init; }
    public required Siret? Siret { get; init; }

    /// <summary>Null when something is to be corrected; <paramref name="errors"/> says what.</summary>
    public static StructureDetails? Read(StructureForm form, Errors errors)
    {
        var before = errors.All.Count;
        var name = form.StructureName?.Trim() ?? "";
        if (name.Length is < 2 or > NameMaxLength || name.Any(char.IsControl))
        {
            errors.Add(nameof(form.StructureName), "Saisissez le nom de la structure, de 2 à 200 caractères");
        }

        var kind = Choice<StructureKind>(form.Kind);
        if (kind is null)
        {
            errors.Add(nameof(form.Kind), "Choisissez la nature de la structure");
        }

        var type = Choice<LocalType>(form.Type);
        if (kind == StructureKind.Locale && type is null)
        {
            errors.Add(nameof(form.Type), "Choisissez le type de la structure");
        }

        var postCode = PostCode.Parse(form.PostCode);
        if (postCode is null)
        {
            errors.Add(nameof(form.PostCode), "Saisissez un code postal français de 5 chiffres, par exemple 59000");
        }

        var siret = Siret.Parse(form.Siret);
        if (siret is null && !string.IsNullOrWhiteSpace(form.Siret))
        {
            errors.Add(nameof(form.Siret), "Ce numéro n’est pas un SIRET : vérifiez les 14 chiffres");
        }

        return errors.All.Count > before ? null : new()
        {
            Name = name,
            Kind = kind!.Value,
            Type = kind == StructureKind.Locale ? type : null,
            PostCode = postCode!,
            Siret = siret,
        };
    }

    // By name only: Enum.TryParse would take "0" or "Afpa,Cfa" for a choice.
    static T? Choice<T>(string? name) where T : struct, Enum =>
        Enum.GetNames<T>().Contains(name, StringComparer.Ordinal) ? Enum.Parse<T>(name!) : null;
}

/// <summary>The fields of a structure as typed.</summary>
public sealed record StructureForm
{
    public string? StructureName { get; init; }
    public string? Kind { get; init; }
    public string? Type { get; init; }
    public string? PostCode { get; init; }
    public string? Siret { get; init; }
}
