using System.ComponentModel.DataAnnotations.Schema;

namespace Beffroi.Accounts;

/// <summary>An organisation whose people work together; administrative ones head a tree of others.</summary>
public sealed class Structure
{
    /// <summary>State, region, department, network, local: six leaves room.</summary>
    public const int MaxDepth = 6;

    /// <summary>Each step of the path is a slash and 32 hexadecimal digits; one slash ends it.</summary>
    public const int PathMaxLength = (MaxDepth * 33) + 1;

    Structure()
    {
    }

    public Guid Id { get; private init; }
    public string Name { get; private set; } = "";

    /// <summary>Name and post code as a search compares them.</summary>
    public string SearchText { get; private set; } = "";

    public StructureKind Kind { get; private set; }
    public LocalType? Type { get; private set; }
    public string PostCode { get; private set; } = "";
    public string? Siret { get; private set; }
    public Guid? ParentId { get; private set; }

    /// <summary>The ids from the top of the tree down to this one, so that all below is what starts like this.</summary>
    public string Path { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>
    /// Goes up at each decision on the people of the structure. It is compared at save: of two admins who withdraw
    /// each other at the same moment, one is told to look again, and the structure keeps an admin.
    /// </summary>
    public int TeamRevision { get; private set; }

    [NotMapped]
    public int Depth => Path.Count(c => c == '/') - 1;

    public static Structure Open(StructureDetails details, Structure? parent, DateTimeOffset now)
    {
        var structure = new Structure { Id = Guid.CreateVersion7(now), CreatedAt = now };
        structure.Describe(details);
        structure.Path = parent is null ? $"/{structure.Id:N}/" : structure.Below(parent);
        structure.ParentId = parent?.Id;
        return structure;
    }

    public void Describe(StructureDetails details)
    {
        Name = details.Name;
        SearchText = Plain.Of($"{details.Name} {details.PostCode.Text}");
        Kind = details.Kind;
        Type = details.Type;
        PostCode = details.PostCode.Text;
        Siret = details.Siret?.Digits;
    }

    public void TeamChanged() => TeamRevision++;

    /// <summary>Why this structure, with all those below it, cannot be put below that one; null when it can.</summary>
    public string? ObjectionTo(Structure parent, IReadOnlyCollection<Structure> below) =>
        parent.Path.StartsWith(Path, StringComparison.Ordinal) && Path.Length > 0 ? "Une structure ne peut pas être rattachée à elle-même ni à une structure qu’elle regroupe"
        : ObjectionAsParent(parent, below.Select(s => s.Depth - Depth).DefaultIfEmpty(0).Max());

    /// <summary>Why a structure, with so many levels below it, cannot be put below that one; null when it can.</summary>
    public static string? ObjectionAsParent(Structure parent, int levelsBelow = 0) =>
        parent.Kind != StructureKind.Administrative ? "Choisissez une structure administrative"
        : parent.Depth + 1 + levelsBelow > MaxDepth ? $"Il ne peut pas y avoir plus de {MaxDepth} niveaux de structures"
        : null;

    /// <summary>Moves with all that lies below.</summary>
    public void MoveUnder(Structure? parent, IReadOnlyCollection<Structure> below)
    {
        if (parent is not null && ObjectionTo(parent, below) is { } objection)
        {
            throw new InvalidOperationException(objection);
        }

        var old = Path;
        ParentId = parent?.Id;
        Path = parent is null ? $"/{Id:N}/" : Below(parent);
        foreach (var structure in below)
        {
            structure.Path = Path + structure.Path[old.Length..];
        }
    }

    string Below(Structure parent) =>
        ObjectionAsParent(parent) is { } objection ? throw new InvalidOperationException(objection) : $"{parent.Path}{Id:N}/";
}
