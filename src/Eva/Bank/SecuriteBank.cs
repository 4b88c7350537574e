using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Bank;

/// <summary>Our building site of <c>securite</c>: places, with and without a danger, and what each danger is.</summary>
public sealed record SecuriteBank
{
    public required string Version { get; init; }
    public required IReadOnlyList<BankZone> Training { get; init; }
    public required IReadOnlyList<BankZone> Zones { get; init; }

    public static SecuriteBank Current { get; } = ItemBank.Load<SecuriteBank>("securite");

    /// <summary>Any place by its id: of the game or of the training.</summary>
    public BankZone? Find(string id) => Zones.Concat(Training).FirstOrDefault(z => string.Equals(z.Id, id, StringComparison.Ordinal));
}

/// <summary>A place with its key: never leaves the server as it is.</summary>
public sealed record BankZone
{
    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Description { get; init; }
    public required IReadOnlyList<BankChoice> Choices { get; init; }

    /// <summary>Id of the choice that names the danger; null where there is none.</summary>
    public string? Solution { get; init; }

    public string? FeedbackOnNo { get; init; }

    public bool Dangerous => Solution is not null;

    /// <summary>What the browser may know.</summary>
    public Zone WithoutKey(bool training) => new()
    {
        Id = Id,
        Name = Name,
        Description = Description,
        Choices = [.. Choices.Select(c => new Choice { Id = c.Id, Text = c.Text, Spoken = c.Spoken, Feedback = training ? c.Feedback : null })],
        FeedbackOnNo = training ? FeedbackOnNo : null,
    };
}
