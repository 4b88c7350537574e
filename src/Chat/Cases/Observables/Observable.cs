using System.Text.Json.Serialization;

namespace Beffroi.Chat.Cases;

[JsonConverter(typeof(JsonStringEnumConverter<ObservableKind>))]
public enum ObservableKind
{
    [JsonStringEnumMemberName("url")] Url,
    [JsonStringEnumMemberName("domain")] Domain,
    [JsonStringEnumMemberName("account")] Account,
    [JsonStringEnumMemberName("hashtag")] Hashtag,
}

/// <summary>Something of the outside that can be met twice. Two of them are the same exactly when they are equal: the value is canonical.</summary>
public sealed record Observable
{
    public required ObservableKind Kind { get; init; }

    /// <summary>Of an account: <c>x</c>, <c>telegram</c>… (<see cref="AccountName"/>), or another name in lower case.</summary>
    public string? Network { get; init; }

    public required string Value { get; init; }

    /// <summary>What one types becomes the observable that it is; null where it is none.</summary>
    public static Observable? Read(ObservableKind kind, string text, string? network = null)
    {
        var value = kind switch
        {
            ObservableKind.Url => WebAddress.Canonical(text),
            ObservableKind.Domain => DomainName.Canonical(text),
            ObservableKind.Account => network is null ? null : AccountName.Canonical(network, text),
            ObservableKind.Hashtag => Hashtag.Canonical(text),
        };
        return value is null || (kind is not ObservableKind.Account && network is not null) ? null : new() { Kind = kind, Network = network, Value = value };
    }

    /// <summary>The same for the same observable, and for no other: to be indexed.</summary>
    [JsonIgnore]
    public string Key => $"{Kind}:{Network}:{Value}";

    [JsonIgnore]
    public bool IsCanonical => Read(Kind, Value, Network) == this;
}
