using Beffroi.Accounts.OpenId;

namespace Beffroi.Accounts;

/// <summary>
/// A step between a form of ours and a provider. Browsers hold the answers of a form to our own host (<c>form-action</c>), redirections
/// included, and a provider leads to others: this page is where the form ends and a plain link begins.
/// </summary>
public sealed record OnwardModel(Provider Provider, string Url, bool Leaving);
