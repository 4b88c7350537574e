using System.Text.RegularExpressions;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Bots.Contesting;

/// <summary>What the owner of an account writes.</summary>
public sealed partial record ContestForm
{
    const int LeastText = 20;

    public string? Network { get; init; }
    public string? Handle { get; init; }
    public string? Kind { get; init; }
    public string? Text { get; init; }
    public string? Contact { get; init; }
    public string? Opened { get; init; }

    /// <summary>What is to be kept, but for the account, which is looked up apart; null when something is to be corrected.</summary>
    public ReadContest? Read(Lang l, Errors errors)
    {
        var typed = new Typed(l, errors);
        var network = typed.One<Network>(nameof(Network), Network);
        var handle = typed.Line(nameof(Handle), Handle, 1, WatchedAccount.NameMaxLength).TrimStart('@');
        var kind = typed.One<ContestKind>(nameof(Kind), Kind);
        var text = typed.Text(nameof(Text), Text, LeastText, Contest.TextMaxLength);
        var contact = typed.Line(nameof(Contact), Contact, 1, Contest.ContactMaxLength);
        if (errors[nameof(Contact)] is null && !Email().IsMatch(contact))
        {
            errors.Add(nameof(Contact), l.Say("Écrivez une adresse électronique comme nom@exemple.fr", "Write an electronic address such as name@example.org"));
        }

        if (errors[nameof(Handle)] is null && (handle.Length == 0 || handle.Contains(' ', StringComparison.Ordinal)))
        {
            errors.Add(nameof(Handle), l.Say("Écrivez le nom du compte, sans espace", "Write the name of the account, without spaces"));
        }

        return errors.Any ? null : new(network!.Value, handle, kind!.Value, text, contact);
    }

    [GeneratedRegex(@"^[A-Za-z0-9._%+'-]{1,64}@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Email();
}

public sealed record ReadContest(Network Network, string Handle, ContestKind Kind, string Text, string Contact);
