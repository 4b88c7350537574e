namespace Beffroi.Detection;

/// <summary>Names met in an object, by which its form is told.</summary>
[Flags]
enum AccountSigns
{
    None = 0,
    ScreenName = 1,
    Username = 2,
    Counts = 4,
    PublicMetrics = 8,
    Did = 16,
    Handle = 32,
    Acct = 64,
    Text = 128,
    Friends = 256,
    Named = 512,
}
