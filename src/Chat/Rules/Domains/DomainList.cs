namespace Beffroi.Chat.Rules.Domains;

public abstract record Admission
{
    /// <param name="Through">The domain that let it in.</param>
    public sealed record Admitted(MailAddress Address, ApprovedDomain Through) : Admission;

    public sealed record NotAnAddress : Admission;

    public sealed record NotApproved(MailAddress Address) : Admission;

    /// <summary>Not approved, and made or likely to be taken for one that is: to be told to those who keep the organisation.</summary>
    public sealed record LookAlike(MailAddress Address, ApprovedDomain Of) : Admission;

    /// <summary>What the person reads: the same for all domains that are not approved, which would otherwise tell who is.</summary>
    public Words? Refusal => this switch
    {
        Admitted => null,
        NotAnAddress => new("Ce n’est pas une adresse électronique.", "This is not an e-mail address."),
        _ => new("Le domaine de cette adresse n’est pas celui d’une organisation membre.", "The domain of this address is not that of a member organisation."),
    };
}

/// <summary>The approved domains of an organisation, or of all.</summary>
public sealed class DomainList(IEnumerable<ApprovedDomain> approved)
{
    readonly List<ApprovedDomain> _approved = [.. approved];

    public Admission Judge(string? address)
    {
        if (MailAddress.Read(address) is not { } read)
        {
            return new Admission.NotAnAddress();
        }

        return _approved.Find(a => a.Admits(read.Domain)) is { } through ? new Admission.Admitted(read, through)
            : _approved.Find(a => LookAlikes.Are(read.Domain, a.Domain)) is { } alike ? new Admission.LookAlike(read, alike)
            : new Admission.NotApproved(read);
    }
}
