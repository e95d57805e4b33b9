"""The words that made-up bulletins are put together from; none of them is of any real edition.

A measure's name is a subject, which no other measure shares a word with, and often an aspect, which several
may share. A note that turns a measure round is put in one of several ways, {code} and {name} filled in.
"""

SUBJECTS = (
    "Curfew alarms answered", "Kennel places offered", "Bus passes issued", "Debt clinics attended",
    "Orchard shifts worked", "Drum lessons taken up", "Passport checks cleared", "Mentor matches lasting",
    "Bail bundles delivered", "Hostel beds filled", "Court escorts arriving", "Reading circles joined",
    "Tag fittings done", "Swab results returned", "Interpreter bookings kept", "Laundry vouchers used",
    "Bicycle repairs signed off", "Canteen audits passed", "Helpline calls picked up", "Tenancy letters sent",
    "Family days hosted", "Gym inductions held", "Translation requests closed", "Library cards activated",
    "Kitchen certificates awarded", "Curfew maps drawn", "Warrant queries resolved", "Radio shows recorded",
    "Ferry crossings made", "Chaplain visits logged", "Dentist referrals accepted", "Poetry prizes given",
    "Toolbox kits lent", "Allotment plots dug", "Mural walls painted", "Parcel deliveries tracked",
    "Bank accounts opened", "Driving theory tests sat", "Lantern walks led", "Naloxone packs handed out",
    "Spectacles ordered", "Beehives inspected", "Choir rehearsals run", "Postcards answered",
    "Whistle drills rehearsed", "Sobriety tags worn", "Crèche hours covered", "Museum trips guided",
    "Lighthouse lamps trimmed", "Saddles mended", "Quilts stitched", "Telescopes borrowed",
)  # fmt: skip
TURNED = (
    "Doors left unlocked", "Ferry sailings called off", "Vans breaking down", "Complaints upheld",
    "Shifts abandoned", "Files mislaid", "Phone lines cut", "Alarms raised falsely", "Queues over an hour",
)  # fmt: skip
ASPECTS = (
    "", "", "", "on time", "within 10 working days", "within 3 months", "for young adults", "in the first fortnight",
    "by trained staff", "(targeted)", "at 6 weeks", "for people on licence",
)  # fmt: skip
PARTS = (("in towns", "in villages"), ("for men", "for women"), ("by day", "by night"))
REVISED = ("for supervised cases", "for open cases", "for cases under review")
PREFIXES = ("QM", "KPI", "PX", "MT", "LVL", "DV", "OC", "IND")
FIRST = ("North", "South", "Upper", "Lower", "Greater", "West", "East", "Old", "New", "Inner", "Outer")
PLACES = (
    "Marsh", "Dale", "Fenwick", "Harrowmere", "Kestrel Bay", "Tolland", "Wexcombe", "Brackenridge", "Isle",
    "Saltholm", "Vale & Downs", "Penmoor", "Ashby, Lorne & Tarn", "Quarrington", "Thornmouth",
)  # fmt: skip
SERIES = (
    "Wayfarer Performance Digest", "Made-up Supervision Annual", "Lantern Outcomes Bulletin",
    "Harbour Probation Statistics", "Second Chances Yearbook", "Imaginary Performance Annual",
)  # fmt: skip
PUBLISHERS = ("Office for Made-up Statistics", "Department of Invented Affairs", "Imaginary Records Office")
LOWER_NOTES = (
    "{code} is the share that went wrong; a decrease in it is a positive outcome.",
    "For {code}, the lower the figure, the better the performance.",
    "An increase in {code} represents a worsening of performance, not an improvement.",
    "Lower values of {code} indicate better performance.",
    "A fall in {name} means that performance has improved.",
    "{code} counts failures, so fewer is better.",
    "For {name} a lower percentage is better.",
    "The target for {code} is a ceiling: performance improves when the figure falls.",
    "{code} is a measure where lower is better.",
)
COUNT_NOTES = (
    "Counts of measures include only those active for at least 6 months of the year.",
    "Only measures that were active for at least six months of the performance year are counted.",
    "The counts leave out measures that were not in operation for at least 6 months.",
)
CHANGE_NOTES = (
    "A change is printed only for measures active for at least six months of both years.",
    "No change is given where a measure was revised or is new.",
)
SYMBOLS = {
    "[x]": ("Not applicable or Not available", "Figure not available"),
    "[z]": ("Unreliable (less than 30 observations)", "Too few cases to be reliable"),
    "[p]": ("Provisional", "Provisional figure, may be revised"),
    "[r]": ("Revised", "Revised since first published"),
}  # fmt: skip
WAYS = (
    "marks apart", "direction last", "with periods", "dated headings", "descriptions", "CRS prefix", "row marks",
    "scorecard last",
)  # fmt: skip
