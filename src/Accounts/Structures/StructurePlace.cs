using Beffroi.Dsfr;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Structures;

/// <summary>The structure that heads another, chosen among the administrative ones.</summary>
static class StructurePlace
{
    public static async Task<IReadOnlyList<Option>> Choices(AccountsDb db, CancellationToken ct) =>
        [.. (await db.Structures.AsNoTracking()
            .Where(s => s.Kind == StructureKind.Administrative)
            .OrderBy(s => s.Name).ThenBy(s => s.Id)
            .Select(s => new { s.Id, s.Name })
            .ToListAsync(ct)).Select(s => new Option(s.Id.ToString(), s.Name))];

    /// <summary>Null without a choice, or with a message in <paramref name="errors"/> when the choice is no structure.</summary>
    public static async Task<Structure?> Read(string? id, AccountsDb db, Errors errors, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(id))
        {
            return null;
        }

        var parent = Guid.TryParse(id, out var guid) ? await db.Structures.SingleOrDefaultAsync(s => s.Id == guid, ct) : null;
        if (parent is null)
        {
            errors.Add(nameof(PlacedStructureForm.Parent), "Choisissez une structure de la liste");
        }

        return parent;
    }
}

/// <summary>The form of superadmins, as typed: what the structure is, and where it stands.</summary>
public sealed record PlacedStructureForm
{
    public string? StructureName { get; init; }
    public string? Kind { get; init; }
    public string? Type { get; init; }
    public string? PostCode { get; init; }
    public string? Siret { get; init; }
    public string? Parent { get; init; }

    public StructureForm Structure() => new() { StructureName = StructureName, Kind = Kind, Type = Type, PostCode = PostCode, Siret = Siret };

    public static PlacedStructureForm Of(Structure structure) => new()
    {
        StructureName = structure.Name,
        Kind = structure.Kind.ToString(),
        Type = structure.Type?.ToString(),
        PostCode = structure.PostCode,
        Siret = structure.Siret,
        Parent = structure.ParentId?.ToString(),
    };
}

/// <summary>What both forms show; <c>Id</c> is null for a new structure.</summary>
public sealed record PlacedStructureModel(Guid? Id, PlacedStructureForm Form, IReadOnlyList<Option> Parents, Errors Errors);
